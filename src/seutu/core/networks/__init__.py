"""Networks: projection of shared projects, measures, brokerage, layout, the network of a place, words for them."""
