//! A card as SVG.

use yew::prelude::*;

use super::SIZE;
use super::column::{Ink, LEFT, Line, MIDDLE, Number, WIDTH};
use super::layout::{Layout, Place};
use crate::images::figure_svg::{Colors, FigureSvg, figure};

/// The scale at which the figure is as large as the card.
const AROUND: f64 = 1.25;
/// How far from the words the figure is transparent, and from there to where it is opaque, in px.
const CLEAR: f64 = 6.0;
const FADE: f64 = 30.0;

#[derive(Clone, PartialEq, Properties)]
pub struct CardProps {
    pub layout: Layout,
    pub drawing: FigureSvg,
}

#[component]
pub fn Card(CardProps { layout, drawing }: &CardProps) -> Html {
    let (width, height) = SIZE;
    let colors = &drawing.colors;
    let (y, scale) = match layout.figure {
        Place::Around => (MIDDLE.1, AROUND),
        Place::Whole { y, scale } => (y, scale),
    };
    html! {
        <svg xmlns="http://www.w3.org/2000/svg" width={width.to_string()} height={height.to_string()} viewBox={format!("0 0 {width} {height}")} font-family="Inter">
            <rect width={width.to_string()} height={height.to_string()} fill={colors.surface.clone()} />
            <g transform={format!("translate({} {y}) scale({scale})", MIDDLE.0)}>{figure(drawing, layout.current, 1.0)}</g>
            if layout.figure == Place::Around {
                {clearing(colors)}
            }
            {for layout.lines.iter().map(|text| line(text, colors))}
            {for layout.numbers.iter().map(|disc| number(disc, colors))}
        </svg>
    }
}

/// The background of the words, over the figure.
fn clearing(colors: &Colors) -> Html {
    let half = WIDTH / 2.0 + CLEAR + FADE;
    let fade = FADE / (2.0 * half);
    let stop = |offset: f64, opacity: &'static str| {
        html! { <stop offset={offset.to_string()} stop-color={colors.surface.clone()} stop-opacity={opacity} /> }
    };
    let left = LEFT - CLEAR - FADE;
    html! {
        <>
            <linearGradient id="clearing">
                {stop(0.0, "0")}
                {stop(fade, "1")}
                {stop(1.0 - fade, "1")}
                {stop(1.0, "0")}
            </linearGradient>
            <rect x={left.to_string()} width={(2.0 * half).to_string()} height={SIZE.1.to_string()} fill="url(#clearing)" />
        </>
    }
}

fn line(line: &Line, colors: &Colors) -> Html {
    let color = match line.ink {
        Ink::Full => &colors.ink,
        Ink::Soft => &colors.soft,
        Ink::Phase(phase) => &colors.phases[phase],
    };
    let weight = if line.is_bold { "700" } else { "400" };
    let anchor = line.is_centered.then_some("middle");
    html! {
        <text x={line.x.to_string()} y={line.y.to_string()} font-size={line.size.to_string()} font-weight={weight} text-anchor={anchor} fill={color.clone()}>{&line.text}</text>
    }
}

fn number(number: &Number, colors: &Colors) -> Html {
    let Number {
        number,
        x,
        y,
        radius,
        phase,
    } = number;
    let size = radius * 1.15;
    html! {
        <g transform={format!("translate({x} {y})")}>
            <circle r={radius.to_string()} fill={colors.surface.clone()} stroke={colors.phases[*phase].clone()} stroke-width="2.5" />
            <text y={(size * 0.36).to_string()} font-size={size.to_string()} font-weight="700" text-anchor="middle" fill={colors.ink.clone()}>{number.to_string()}</text>
        </g>
    }
}
