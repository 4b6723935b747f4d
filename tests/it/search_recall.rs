//! Search_recall.
