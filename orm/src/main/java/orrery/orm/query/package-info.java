/// A query as it was asked: names in the order they were given, immutable, with no SQL in it. Two
/// queries are equal where the same was asked; places in a text live beside the tree.
package orrery.orm.query;
