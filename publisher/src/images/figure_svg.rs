//! The figure as cards and icon show it: in the design's light colours, without links.

use anyhow::{Context, Result};
use kennislemniscaat::figure::{PhaseArc, Shapes};
use yew::prelude::*;

/// The design's light colours.
#[derive(Clone, PartialEq)]
pub struct Colors {
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
pub struct FigureSvg {
    /// The figure.
    pub shapes: Shapes,
    /// What it is drawn in.
    pub colors: Colors,
}

impl FigureSvg {
    /// The phases of the upper strand at the crossing, or those of the lower.
    pub fn strand(&self, upper: bool) -> impl Iterator<Item = (usize, &PhaseArc)> {
        let arcs = self.shapes.arcs.iter().enumerate();
        arcs.filter(move |(_, arc)| arc.upper == upper)
    }
}

impl Colors {
    /// The colours of a stylesheet of tokens.
    ///
    /// # Errors
    /// When a token is missing.
    pub fn new(tokens: &str) -> Result<Self> {
        let color = |name: &str| light(tokens, name);
        Ok(Self {
            surface: color("surface")?,
            ink: color("ink")?,
            soft: color("ink-soft")?,
            phases: [
                color("phase-1")?,
                color("phase-2")?,
                color("phase-3")?,
                color("phase-4")?,
            ],
        })
    }
}

/// The light colour of a token, as in `--_name: var(--kl-name, light-dark(#fff, #000));`.
fn light(tokens: &str, name: &str) -> Result<String> {
    let after = tokens
        .split_once(&format!("--_{name}: "))
        .and_then(|(_, value)| value.split_once("light-dark("))
        .and_then(|(_, colors)| colors.split_once(','));
    let (color, _) = after.with_context(|| format!("tokens.css has no colour --_{name}"))?;
    Ok(color.trim().to_owned())
}

/// The figure around the origin, as the widget shows it: all of it lit, or the current phase, half
/// as much the one that it leads to, and the others faded, with larger numbers.
pub fn figure(drawing: &FigureSvg, current: Option<usize>) -> Html {
    let FigureSvg { shapes, colors } = drawing;
    let arc = |upper: bool| {
        drawing.strand(upper).map(|(phase, arc)| {
            let leads_here = |current| (current + 1) % shapes.arcs.len() == phase;
            let (opacity, arrows) = match current {
                Some(current) if current != phase && leads_here(current) => ("0.5", &colors.ink),
                Some(current) if current != phase => ("0.3", &colors.ink),
                _ => ("1", &colors.surface),
            };
            let own = &colors.phases[phase % 4];
            let (disc, ring, number) = match current == Some(phase) {
                true => (&colors.ink, &colors.surface, &colors.surface),
                false => (&colors.surface, own, &colors.ink),
            };
            let size = if current.is_some() { 1.6 } else { 1.0 };
            let (x, y) = arc.number_position;
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
            <path d={shapes.crossing_mask.clone()} fill="none" stroke={colors.surface.clone()} stroke-width={shapes.crossing_mask_width.to_string()} />
            {arc(true)}
        </>
    }
}
