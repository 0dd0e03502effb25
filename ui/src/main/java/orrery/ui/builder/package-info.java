/// The visual query builder: a column of cards, one a step, that are another view of the chain's
/// text.
package orrery.ui.builder;
