//! The page: its first screen, which has the rest loaded and hands over to it.

fn main() {
    obkatka::first_screen::start(obkatka::ui::open);
}
