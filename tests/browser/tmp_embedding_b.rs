//! Temporary root of one group of tests.

mod engines;
mod embedding {
    mod example_controls;
    mod examples;
    mod frame;
    mod spa;
    mod versions;
    mod wordpress;
}
mod sharing {
    mod share_before_activation;
    mod share_panel;
    mod unfurl;
}
mod site {
    mod hosting;
    mod lighthouse;
    mod links;
    mod no_script;
    mod print;
    mod static_hosts;
}
