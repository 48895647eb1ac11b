//! Whether a failed call is made again, and when. One pure function decides.
