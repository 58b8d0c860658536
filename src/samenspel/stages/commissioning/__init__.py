"""Buurtbesteden: carrying out a joint plan together, and dividing money by rules that everybody knew before."""
