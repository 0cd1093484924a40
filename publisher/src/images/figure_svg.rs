//! The figure as cards and icon show it: in the design's light colours, without links.

use anyhow::{Context, Result};
use kennislemniscaat::figure::{Arc, Shapes};
use yew::prelude::*;

/// The design's light colours.
#[derive(Clone, PartialEq)]
pub struct Colours {
    /// Behind everything.
    pub surface: String,
    /// Of text.
    pub ink: String,
    /// Of text that matters less.
    pub soft: String,
    /// Of the phases, in their order.
    pub phases: [String; 4],
}

/// All that has to do with colour and line.
#[derive(Clone, PartialEq)]
pub struct Drawing {
    /// The figure.
    pub shapes: Shapes,
    /// What it is drawn in.
    pub colours: Colours,
}

impl Drawing {
    /// The phases of the upper strand at the crossing, or those of the lower.
    pub fn strand(&self, upper: bool) -> impl Iterator<Item = (usize, &Arc)> {
        let arcs = self.shapes.arcs.iter().enumerate();
        arcs.filter(move |(_, arc)| arc.upper == upper)
    }
}

impl Colours {
    /// The colours of a stylesheet of tokens.
    ///
    /// # Errors
    /// When a token is missing.
    pub fn new(tokens: &str) -> Result<Self> {
        let colour = |name: &str| light(tokens, name);
        Ok(Self {
            surface: colour("surface")?,
            ink: colour("ink")?,
            soft: colour("ink-soft")?,
            phases: [
                colour("phase-1")?,
                colour("phase-2")?,
                colour("phase-3")?,
                colour("phase-4")?,
            ],
        })
    }
}

/// The light colour of a token, as in `--_name: var(--kl-name, light-dark(#fff, #000));`.
fn light(tokens: &str, name: &str) -> Result<String> {
    let after = tokens
        .split_once(&format!("--_{name}: "))
        .and_then(|(_, value)| value.split_once("light-dark("))
        .and_then(|(_, colours)| colours.split_once(','));
    let (colour, _) = after.with_context(|| format!("tokens.css has no colour --_{name}"))?;
    Ok(colour.trim().to_owned())
}

/// The figure around the origin, as the widget shows it: all of it lit, or the current phase, half
/// as much the one that it leads to, and the others faded, with larger numbers.
pub fn figure(drawing: &Drawing, current: Option<usize>) -> Html {
    let Drawing { shapes, colours } = drawing;
    let arc = |upper: bool| {
        drawing.strand(upper).map(|(phase, arc)| {
            let leads_here = |current| (current + 1) % shapes.arcs.len() == phase;
            let (opacity, arrows) = match current {
                Some(current) if current != phase && leads_here(current) => ("0.5", &colours.ink),
                Some(current) if current != phase => ("0.3", &colours.ink),
                _ => ("1", &colours.surface),
            };
            let own = &colours.phases[phase % 4];
            let (disc, ring, number) = match current == Some(phase) {
                true => (&colours.ink, &colours.surface, &colours.surface),
                false => (&colours.surface, own, &colours.ink),
            };
            let size = if current.is_some() { 1.6 } else { 1.0 };
            let (x, y) = arc.station;
            html! {
                <>
                    <path d={arc.outline.clone()} fill={own.clone()} fill-opacity={opacity} />
                    <path d={arc.arrows.clone()} fill="none" stroke={arrows.clone()} stroke-width="5" stroke-linecap="round" stroke-linejoin="round" />
                    <g transform={format!("translate({x} {y}) scale({size})")}>
                        <circle r="23" fill={disc.clone()} stroke={ring.clone()} stroke-width="3" />
                        <text y="10.5" font-size="29" font-weight="700" text-anchor="middle" fill={number.clone()}>{(phase + 1).to_string()}</text>
                    </g>
                </>
            }
        })
        .collect::<Html>()
    };
    html! {
        <>
            {arc(false)}
            <path d={shapes.clearing.clone()} fill="none" stroke={colours.surface.clone()} stroke-width={shapes.clearing_width.to_string()} />
            {arc(true)}
        </>
    }
}
