//! The page module: everything it does is exported from `embed`.

fn main() {
    data_contribution::embed::watch();
}
