/// The text of a chain, both ways: Python's words in, a [orrery.orm.query.Chain] out, and back. It
/// knows Python's grammar and the signatures of Django's methods, and no models.
package orrery.orm.chain;
