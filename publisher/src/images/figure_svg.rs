//! The figure in share cards and icons: in the light colors of the design, without links.

use anyhow::{Context, Result};
use kennislemniscaat::figure::{PhaseArc, Shapes};
use yew::prelude::*;

use crate::colors::PhaseColor;

/// The light colors of the design.
#[derive(Clone, PartialEq)]
pub struct Colors {
    /// Background of everything.
    pub surface: String,
    /// Text.
    pub ink: String,
    /// Secondary text.
    pub soft: String,
    /// Phases, in their order.
    pub phases: Vec<String>,
}

/// The shapes of the figure, with the colors to draw them in.
#[derive(Clone, PartialEq)]
pub struct FigureSvg {
    pub shapes: Shapes,
    pub colors: Colors,
}

impl FigureSvg {
    /// The phases of the upper or the lower strand at the crossing.
    pub fn strand(&self, upper: bool) -> impl Iterator<Item = (usize, &PhaseArc)> {
        let arcs = self.shapes.arcs.iter().enumerate();
        arcs.filter(move |(_, arc)| arc.upper == upper)
    }
}

impl Colors {
    /// Reads the colors of a stylesheet of tokens, for phases in these colors.
    ///
    /// # Errors
    /// If a token is missing.
    pub fn new(tokens: &str, phases: &[PhaseColor]) -> Result<Self> {
        let color = |name: &str| light(tokens, name);
        Ok(Self {
            surface: color("surface")?,
            ink: color("ink")?,
            soft: color("ink-soft")?,
            phases: phases.iter().map(PhaseColor::light_hex).collect(),
        })
    }
}

/// The light color of a token, as in `--_name: var(--kl-name, light-dark(#fff, #000));`.
fn light(tokens: &str, name: &str) -> Result<String> {
    let after = tokens
        .split_once(&format!("--_{name}: "))
        .and_then(|(_, value)| value.split_once("light-dark("))
        .and_then(|(_, colors)| colors.split_once(','));
    let (color, _) = after.with_context(|| {
        format!("missing light color of --_{name} in tokens.css; expected a light-dark() value")
    })?;
    Ok(color.trim().to_owned())
}

/// The figure around the origin, as the widget shows it. Without a current phase, all phases are opaque. With one,
/// the current phase is opaque, the next phase is half transparent, and the others are faded. `numbers` is the scale of
/// the numbers.
pub fn figure(drawing: &FigureSvg, current: Option<usize>, numbers: f64) -> Html {
    let FigureSvg { shapes, colors } = drawing;
    let arc = |upper: bool| {
        drawing.strand(upper).map(|(phase, arc)| {
            let is_next = |current| (current + 1) % shapes.arcs.len() == phase;
            let (opacity, arrows) = match current {
                Some(current) if current != phase && is_next(current) => ("0.5", &colors.ink),
                Some(current) if current != phase => ("0.3", &colors.ink),
                _ => ("1", &colors.surface),
            };
            let color = &colors.phases[phase];
            let (disc, ring, number) = match current == Some(phase) {
                true => (&colors.ink, &colors.surface, &colors.surface),
                false => (&colors.surface, color, &colors.ink),
            };
            let (x, y) = arc.number_position;
            html! {
                <>
                    <path d={arc.outline.clone()} fill={color.clone()} fill-opacity={opacity} />
                    <path d={arc.arrows.clone()} fill="none" stroke={arrows.clone()} stroke-width="5" stroke-linecap="round" stroke-linejoin="round" />
                    <g transform={format!("translate({x} {y}) scale({numbers})")}>
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
