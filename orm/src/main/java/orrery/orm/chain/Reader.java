package orrery.orm.chain;

import orrery.orm.error.SyntaxError;
import orrery.orm.query.Name;
import orrery.orm.query.Named;

/// One reading of one text: the parts that read its kinds of nodes, and the places found so far.
final class Reader {

  private final Source source;
  private final Places places = new Places();
  private final Chains chains = new Chains(this);
  private final Expressions expressions = new Expressions(this);
  private final Conditions conditions = new Conditions(this);
  private final Calls calls = new Calls(this);

  /// Whether a model's name may be called here with values, as in `bulk_create([Album(…)])`.
  private boolean instances;

  Reader(Source source) {
    this.source = source;
  }

  Source source() {
    return source;
  }

  Places places() {
    return places;
  }

  Chains chains() {
    return chains;
  }

  Expressions expressions() {
    return expressions;
  }

  Conditions conditions() {
    return conditions;
  }

  Calls calls() {
    return calls;
  }

  boolean allowsInstances() {
    return instances;
  }

  void allowInstances(boolean allowed) {
    instances = allowed;
  }

  /// Notes that `node` stands from `start` to `end`, and returns it.
  <T> T mark(T node, int start, int end) {
    places.put(node, start, end);
    return node;
  }

  /// Notes that `node` is what the string `text` says, and returns it.
  <T> T mark(T node, Syntax.Text text) {
    places.put(node, text.offsets(), text.value().length());
    return node;
  }

  /// Notes that `node` bears the name of `argument`, and returns it.
  <T> T mark(T node, Syntax.Argument argument) {
    String name = nameOf(argument);
    if (argument.offsets() == null) {
      places.put(node, argument.start(), argument.start() + name.length());
    } else {
      places.put(node, argument.offsets(), name.length());
    }
    return node;
  }

  Name name(Syntax.Text text) {
    return mark(new Name(text.value()), text);
  }

  Named named(Syntax.Argument argument) {
    return mark(new Named(nameOf(argument), expressions.read(argument.value())), argument);
  }

  String nameOf(Syntax.Argument argument) {
    String name = argument.name();
    if (name == null) {
      throw source.at(new SyntaxError("invalid syntax: expected a name"), argument.start());
    }
    return name;
  }
}
