//! The icon of the site in a browser's tabs: the figure without a word.

use yew::prelude::*;

use crate::drawing::Drawing;

/// The icon, as SVG.
pub async fn svg(drawing: Drawing) -> String {
    yew::LocalServerRenderer::<Icon>::with_props(IconProps { drawing })
        .hydratable(false)
        .render()
        .await
}

#[derive(Clone, PartialEq, Properties)]
struct IconProps {
    drawing: Drawing,
}

#[component]
fn Icon(IconProps { drawing }: &IconProps) -> Html {
    let colours = &drawing.colours;
    let arc = |upper: bool| {
        drawing.strand(upper).map(|(phase, arc)| {
            let colour = colours.phases[phase % 4].clone();
            // Broader than in the figure, to be seen in 16 px.
            html! { <path d={arc.outline.clone()} fill={colour.clone()} stroke={colour} stroke-width="40" /> }
        })
        .collect::<Html>()
    };
    html! {
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="-520 -520 1040 1040">
            <rect x="-520" y="-520" width="1040" height="1040" rx="160" fill={colours.surface.clone()} />
            {arc(false)}
            {arc(true)}
        </svg>
    }
}
