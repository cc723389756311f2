//! Stub: recognizer packs.
