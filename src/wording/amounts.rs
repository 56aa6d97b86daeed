//! Numbers, dates and amounts written for people.
