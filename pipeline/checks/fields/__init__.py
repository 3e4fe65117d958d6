"""The names that a template can use: what they mean and where in the inputs they come from."""
