"""The tabs of Trends and what they share."""
