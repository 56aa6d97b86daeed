//! Values: exact numbers, civil dates, months and periods.
