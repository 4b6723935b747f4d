//! The window's icon: the green mark of the navigation, drawn rather than decoded.

use crate::widgets::Theme;
use egui::IconData;

const SIDE: u32 = 64;
const RADIUS: f32 = 16.0;

/// A green square with round corners.
pub fn window_icon() -> IconData {
    let [red, green, blue, _] = Theme::Light.tokens().accent.to_array();
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            rgba.extend_from_slice(&[red, green, blue, coverage(x, y)]);
        }
    }
    IconData { rgba, width: SIDE, height: SIDE }
}

/// How much of a pixel the square covers, from 0 to 255.
fn coverage(x: u32, y: u32) -> u8 {
    let center = SIDE as f32 / 2.0;
    let inner = center - RADIUS;
    let reach = |at: u32| ((at as f32 + 0.5 - center).abs() - inner).max(0.0);
    let distance = reach(x).hypot(reach(y));
    ((RADIUS - distance + 0.5).clamp(0.0, 1.0) * 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corners_are_round_and_the_middle_is_full() {
        assert_eq!(coverage(0, 0), 0);
        assert_eq!(coverage(SIDE / 2, SIDE / 2), 255);
        assert_eq!(coverage(SIDE / 2, 0), 255);
    }
}
