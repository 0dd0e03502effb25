package orrery.orm.edit;

import java.util.List;
import orrery.orm.edit.Frame.Operand;
import orrery.orm.edit.Suggestion.Kind;
import orrery.orm.meta.Models;

/// Offers what may stand where the caret is: after a dot, in a string, or as an argument. Belongs
/// to one completion.
final class Completer {

  private static final List<String> DATE_KINDS = List.of("year", "month", "week", "day");
  private static final List<String> TIME_KINDS = List.of("hour", "minute", "second");

  private final Models models;
  private final Situation situation;
  private final Offers offers;
  private final Frame call;
  private final Takes takes;
  private final CallOffers common;

  Completer(Models models, Situation situation, Offers offers) {
    this.models = models;
    this.situation = situation;
    this.offers = offers;
    this.call = situation.frame().call();
    this.takes = Takes.of(call);
    this.common = new CallOffers(models, offers, call);
  }

  /// Offers all that fits.
  void offer() {
    if (situation.isAfterDot()) {
      methods();
    } else if (situation.isInString()) {
      string();
    } else if (situation.isAfterValue()) {
      return;
    } else if (call.callee.isEmpty()) {
      if (call.receiver == null) {
        common.chains();
      }
    } else if (!call.keyword.isEmpty()) {
      new ValueOffers(models, offers, call).offer();
    } else {
      argument();
    }
  }

  private void methods() {
    switch (situation.frame().operand) {
      case Operand.Queryset(Asked asked) -> {
        if (asked.isManager() && !asked.hasObjects()) {
          offers.add(Kind.METHOD, "objects", "the manager of " + asked.model());
        }
        Methods.after(asked).forEach(e -> offers.call(Kind.METHOD, e));
      }
      case Operand.Expression(String function, String _) -> {
        boolean isCondition =
            Functions.find(function).filter(e -> e.group().equals("condition")).isPresent();
        if (!isCondition) {
          Methods.ofExpressions().forEach(e -> offers.call(Kind.METHOD, e));
        }
      }
      case Operand.Other _ -> {}
      case null -> {}
    }
  }

  private void string() {
    boolean isKey = situation.frame().bracket == '{' && !situation.frame().hasColon;
    if (isKey && call.keyword.endsWith("defaults")) {
      common.paths(Naming.OWN, PathOffers.Form.IN_STRING);
      return;
    }
    if (!call.keyword.isEmpty()) {
      new ValueOffers(models, offers, call).offerInString();
      return;
    }
    boolean isFirst = call.argument == 0;
    switch (takes) {
      case SELECTIONS, EXPRESSIONS -> common.paths(Naming.SELECTION, PathOffers.Form.IN_STRING);
      case ORDERINGS -> common.paths(Naming.ORDERING, PathOffers.Form.IN_STRING);
      case COLUMNS -> common.paths(Naming.COLUMN, PathOffers.Form.IN_STRING);
      case TO_ONE -> common.paths(Naming.TO_ONE, PathOffers.Form.IN_STRING);
      case PREFETCHES -> {
        if (isFirst || !call.callee.endsWith("refetch")) {
          common.paths(Naming.PREFETCH, PathOffers.Form.IN_STRING);
        }
      }
      case TEMPORAL -> {
        if (isFirst) {
          common.paths(Naming.TEMPORAL, PathOffers.Form.IN_STRING);
        } else {
          cuts();
        }
      }
      case EXPRESSION -> {
        if (isFirst) {
          common.paths(Naming.SELECTION, PathOffers.Form.IN_STRING);
        } else if (call.callee.equals("Trunc") || call.callee.equals("Extract")) {
          cuts();
        }
      }
      case OBJECTS -> {
        if (call.callee.equals("bulk_update") && call.argument == 1) {
          common.paths(Naming.OWN, PathOffers.Form.IN_STRING);
        }
      }
      case CONDITIONS, NAMED, OWN, CHAINS, WHENS, NOTHING -> {}
    }
  }

  private void cuts() {
    if (call.argument == 1) {
      DATE_KINDS.forEach(k -> offers.add(Kind.VALUE, k, "cut to the " + k));
      if (!call.callee.equals("dates")) {
        TIME_KINDS.forEach(k -> offers.add(Kind.VALUE, k, "cut to the " + k));
      }
    } else {
      offers.add(Kind.VALUE, "ASC", "upwards");
      offers.add(Kind.VALUE, "DESC", "downwards");
    }
  }

  private void argument() {
    switch (takes) {
      case CONDITIONS -> {
        common.paths(Naming.CONDITION, PathOffers.Form.KEYWORD);
        common.functions(e -> e.group().equals("condition"));
      }
      case SELECTIONS -> {
        common.paths(Naming.SELECTION, PathOffers.Form.QUOTED);
        if (!List.of("F", "OuterRef", "KT", "distinct").contains(call.callee)) {
          common.functions(e -> true);
        }
      }
      case ORDERINGS -> {
        common.paths(Naming.SELECTION, PathOffers.Form.QUOTED);
        common.functions(e -> !isPrefetch(e));
      }
      case COLUMNS -> common.paths(Naming.COLUMN, PathOffers.Form.QUOTED);
      case TEMPORAL -> {
        if (call.argument == 0) {
          common.paths(Naming.TEMPORAL, PathOffers.Form.QUOTED);
        }
      }
      case TO_ONE -> common.paths(Naming.TO_ONE, PathOffers.Form.QUOTED);
      case PREFETCHES -> prefetches();
      case NAMED -> {
        common.functions(e -> e.group().equals("aggregate"));
        common.functions(e -> !e.group().equals("aggregate") && !isPrefetch(e));
      }
      case OWN -> common.paths(Naming.OWN, PathOffers.Form.KEYWORD);
      case CHAINS -> common.chains();
      case EXPRESSION, EXPRESSIONS -> {
        if (takes == Takes.EXPRESSIONS || call.argument == 0) {
          common.paths(Naming.SELECTION, PathOffers.Form.QUOTED);
          common.functions(e -> !isPrefetch(e));
        } else if (call.callee.equals("Cast")) {
          new ValueOffers(models, offers, call).types();
        }
      }
      case WHENS -> common.functions(e -> e.name().equals("When"));
      case OBJECTS -> common.chains();
      case NOTHING -> {}
    }
    keywords();
  }

  private void prefetches() {
    boolean isFunction = call.receiver == null;
    if (!isFunction || call.argument == 0) {
      common.paths(Naming.PREFETCH, PathOffers.Form.QUOTED);
    }
    if (!isFunction) {
      common.functions(Completer::isPrefetch);
    } else if (call.argument == 1) {
      common.chains();
    }
  }

  private static boolean isPrefetch(Entry entry) {
    return entry.name().endsWith("Prefetch");
  }

  /// Offers the names of the call's own parameters that were not given yet.
  private void keywords() {
    call.entry()
        .ifPresent(e -> {
          for (String name : e.keywords()) {
            if (!call.keywords.contains(name)) {
              offers.keyword(Kind.KEYWORD, name, e.defaultOf(name).orElse(""));
            }
          }
        });
  }
}
