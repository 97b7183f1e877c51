package org.pledgetracker.pledge.pledging.web;

/** One answer that can be chosen. */
record Choice(String value, String label, boolean chosen) {}
