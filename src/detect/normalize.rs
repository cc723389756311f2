//! Stub: the folded view.
