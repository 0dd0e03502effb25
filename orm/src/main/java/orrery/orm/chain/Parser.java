package orrery.orm.chain;

import orrery.orm.error.OrmError;

/// The way from a text to the chain that it asks.
///
/// In two steps, as in Python itself: first its grammar, so that text which is no Python is a
/// `SyntaxError` whatever else is wrong with it; then the meaning, by the signatures of Django's
/// methods. Names of models and fields stay names; the resolver knows them.
public final class Parser {

  private Parser() {}

  /// Returns the chain that `text` asks, with the places of its nodes.
  ///
  /// @throws OrmError under Python's name and with its place, where `text` is no chain:
  ///   `SyntaxError`, `AttributeError` for a method, `NameError` for a function, `TypeError` for
  ///   arguments, `ValueError` for values
  public static Parsed parse(String text) {
    Source source = new Source(text);
    Syntax syntax = SyntaxParser.parse(source);
    Reader reader = new Reader(source);
    return new Parsed(text, reader.chains().whole(syntax), reader.places());
  }
}
