package orrery.orm.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import orrery.orm.error.Nearest;
import orrery.orm.error.TypeError;

/// The matching of a call's arguments with a signature, by Python's rules and with its messages.
final class Binding {

  private final Source source;
  private final Signature signature;
  private final String callee;
  private final int self;
  private final int start;
  private final Map<String, Syntax> given = new LinkedHashMap<>();
  private final List<Syntax> rest = new ArrayList<>();
  private final List<Syntax.Argument> extra = new ArrayList<>();

  private Binding(Source source, Signature signature, boolean method, int start) {
    this.source = source;
    this.signature = signature;
    boolean made = !method && Constructors.isClass(signature.name());
    this.callee =
        made
            ? Constructors.of(signature.name())
            : (method ? "QuerySet." : "") + signature.name() + "()";
    this.self = method || made ? 1 : 0;
    this.start = start;
  }

  /// Returns the arguments of `call` by the names of `signature`.
  ///
  /// @param method whether it is a queryset's method, whose `self` Python counts
  /// @param start where the name of the callee stands
  static Arguments bind(
      Reader reader, Signature signature, boolean method, Syntax.Call call, int start) {
    Binding binding = new Binding(reader.source(), signature, method, start);
    if (!method) {
      binding.count(call);
    }
    binding.byPosition(call);
    binding.byName(call);
    binding.missing();
    return new Arguments(reader, signature, start, binding.given, binding.rest, binding.extra);
  }

  private void count(Syntax.Call call) {
    OptionalInt arity = Constructors.arity(signature.name());
    long count =
        call.arguments().stream().filter(a -> a.name() == null || isOperand(a.name())).count();
    if (arity.isPresent() && arity.getAsInt() != count) {
      throw source.at(
          new TypeError(
              "'"
                  + signature.name()
                  + "' takes exactly "
                  + plural(arity.getAsInt(), "argument")
                  + " ("
                  + count
                  + " given)"),
          start);
    }
  }

  private boolean isOperand(String name) {
    Signature.Param param = signature.param(name);
    return param != null && param.operand();
  }

  private void byPosition(Syntax.Call call) {
    List<Signature.Param> places =
        signature.params().stream().filter(Signature.Param::positional).toList();
    int position = 0;
    for (Syntax.Argument argument : call.arguments()) {
      if (argument.name() != null) {
        continue;
      }
      if (position < places.size()) {
        given.put(places.get(position).name(), argument.value());
      } else if (signature.rest() != null) {
        rest.add(argument.value());
      } else {
        throw source.at(new TypeError(tooMany(call, places)), argument.start());
      }
      position++;
    }
  }

  private String tooMany(Syntax.Call call, List<Signature.Param> places) {
    long count = call.arguments().stream().filter(a -> a.name() == null).count() + self;
    long least = places.stream().filter(p -> p.initial() == null).count() + self;
    int most = places.size() + self;
    String takes =
        least == most
            ? "takes " + plural(most, "positional argument")
            : "takes from " + least + " to " + plural(most, "positional argument");
    return callee + " " + takes + " but " + count + (count == 1 ? " was given" : " were given");
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private void byName(Syntax.Call call) {
    for (Syntax.Argument argument : call.arguments()) {
      String name = argument.name();
      if (name == null) {
        continue;
      }
      if (signature.param(name) == null) {
        if (signature.extra() == null) {
          throw source.at(
              new TypeError(callee + " got an unexpected keyword argument '" + name + "'")
                  .meaning(
                      Nearest.of(
                          name, signature.params().stream().map(Signature.Param::name).toList())),
              argument.start());
        }
        extra.add(argument);
      } else if (given.putIfAbsent(name, argument.value()) != null) {
        throw source.at(
            new TypeError(callee + " got multiple values for argument '" + name + "'"),
            argument.start());
      }
    }
  }

  private void missing() {
    List<Signature.Param> missing =
        signature.params().stream()
            .filter(p -> p.initial() == null && !given.containsKey(p.name()))
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    String kind = missing.getFirst().positional() ? "positional" : "keyword-only";
    List<String> names =
        missing.stream().map(p -> "'" + p.name() + "'").collect(Collectors.toList());
    String last = names.removeLast();
    String list = names.isEmpty() ? last : String.join(", ", names) + " and " + last;
    throw source.at(
        new TypeError(
            callee
                + " missing "
                + plural(missing.size(), "required " + kind + " argument")
                + ": "
                + list),
        start);
  }
}
