//! Temporary root of one group of tests.

mod engines;
