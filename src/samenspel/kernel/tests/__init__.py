"""Tests of the kernel, and the cast that all tests share."""
