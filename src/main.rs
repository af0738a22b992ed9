//! The page: puts the application into it, and its calculation within reach of scripts.

fn main() {
    obkatka::ui::start();
}
