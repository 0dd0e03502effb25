package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.edit.Suggestion.Kind;
import orrery.orm.meta.Field;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.type.FieldType;

/// Offers what may follow in a path of names: members, then lookups. Belongs to one completion.
final class PathOffers {

  /// How a path is written: as a keyword, inside a string, or as a string that is still to be
  /// quoted.
  enum Form {
    KEYWORD,
    IN_STRING,
    QUOTED
  }

  private final Models models;
  private final Paths paths;
  private final Offers offers;
  private final Asked asked;
  private final Naming naming;
  private final Form form;
  private final List<String> before;
  private final int start;
  private final int segment;

  PathOffers(Models models, Offers offers, Asked asked, Naming naming, Form form) {
    this.models = models;
    this.paths = new Paths(models);
    this.offers = offers;
    this.asked = asked;
    this.naming = naming;
    this.form = form;
    String typed = offers.typed(offers.wordStart());
    int sign = naming == Naming.ORDERING && typed.startsWith("-") ? 1 : 0;
    this.start = offers.wordStart() + sign;
    int cut = typed.lastIndexOf("__");
    this.segment = cut < sign ? start : offers.wordStart() + cut + 2;
    this.before = cut < sign ? List.of() : Paths.split(typed.substring(sign, cut));
  }

  /// Offers what the path may go on with, and where its last name is whole, what may follow that.
  void offer() {
    asked.given().forEach(this::given);
    switch (paths.follow(asked, before, naming == Naming.PREFETCH)) {
      case Paths.End.Lost() -> {}
      case Paths.End.At(Model model, boolean isRelation) -> {
        members(model);
        if (isRelation && naming == Naming.CONDITION) {
          LookupNames.ofRelation().forEach(l -> lookup(l, true));
        }
      }
      case Paths.End.Worth(FieldType type) -> values(type);
    }
    if (form != Form.QUOTED && offers.isAtWordEnd()) {
      continuations();
    }
  }

  private void given(String name, FieldType type) {
    boolean isNamed =
        naming == Naming.CONDITION || naming == Naming.SELECTION || naming == Naming.ORDERING;
    if (isNamed && (before.isEmpty() || name.contains("__"))) {
      String written = form == Form.QUOTED ? '"' + name + '"' : name;
      offers.add(Kind.ANNOTATION, name, written, written, "computed, " + type.name(), start);
    }
  }

  private void members(Model model) {
    List<Member> members = paths.members(model);
    for (Member member : members) {
      member(member);
    }
    boolean takesColumns =
        switch (naming) {
          case CONDITION, SELECTION, ORDERING, COLUMN -> true;
          case TEMPORAL, TO_ONE, PREFETCH, OWN -> false;
        };
    if (takesColumns) {
      if (naming != Naming.COLUMN) {
        put(Kind.KEY, "pk", "primary key", false);
      }
      for (Member member : members) {
        if (member instanceof Field f && f.isRelation()) {
          put(Kind.FIELD, f.attname(), Paths.typeOf(f), false);
        }
      }
    }
  }

  private void member(Member member) {
    boolean isColumn = member instanceof Field;
    boolean isRelation = paths.target(member).isPresent();
    boolean fits =
        switch (naming) {
          case CONDITION, SELECTION, ORDERING -> isColumn || isRelation;
          case COLUMN -> isColumn || (isRelation && !member.isToMany());
          case TEMPORAL ->
              (member instanceof Field f && f.type().isTemporal())
                  || (isRelation && !member.isToMany());
          case TO_ONE -> isRelation && !member.isToMany();
          case PREFETCH ->
              (isRelation && !(member instanceof ReverseGeneric))
                  || member instanceof GenericForeignKey;
          case OWN -> member instanceof Field f && f.generatedBy().isEmpty();
        };
    if (fits) {
      String name = naming == Naming.PREFETCH ? member.accessor() : member.name();
      put(kindOf(member, isRelation), name, detail(member), isRelation);
    }
  }

  private static Kind kindOf(Member member, boolean isRelation) {
    if (isRelation || member instanceof GenericForeignKey) {
      return member.isToMany() ? Kind.TO_MANY : Kind.TO_ONE;
    }
    return member instanceof Field f && f.isPrimaryKey() ? Kind.KEY : Kind.FIELD;
  }

  private String detail(Member member) {
    return paths
        .target(member)
        .map(target -> (member.isToMany() ? "→ many " : "→ ") + target.name())
        .orElseGet(() -> member instanceof Field f ? Paths.typeOf(f) : "→ any model");
  }

  private void put(Kind kind, String name, String detail, boolean isRelation) {
    switch (form) {
      case IN_STRING -> offers.add(kind, name, name, name, detail, segment);
      case KEYWORD ->
          offers.add(
              kind,
              name,
              naming == Naming.OWN && !offers.isFollowedBy("=") ? name + "=" : name,
              name,
              detail,
              segment);
      case QUOTED -> {
        if (before.isEmpty()) {
          String quoted = '"' + name + (isRelation && goesOn() ? "|\"" : "\"");
          offers.add(kind, name, quoted, '"' + name + '"', detail, segment);
        }
      }
    }
  }

  private boolean goesOn() {
    return naming != Naming.TO_ONE && naming != Naming.PREFETCH;
  }

  private void values(FieldType type) {
    switch (naming) {
      case CONDITION -> {
        LookupNames.of(type).forEach(l -> lookup(l, true));
        LookupNames.transformsOf(type).forEach(t -> lookup(t, false));
      }
      case SELECTION, ORDERING -> LookupNames.transformsOf(type).forEach(t -> lookup(t, false));
      case COLUMN, TEMPORAL, TO_ONE, PREFETCH, OWN -> {}
    }
  }

  private void lookup(String name, boolean isLast) {
    Kind kind = isLast ? Kind.LOOKUP : Kind.TRANSFORM;
    String insert = isLast && !offers.isFollowedBy("=") ? name + "=" : name;
    offers.add(kind, name, insert, name, LookupNames.meaning(name), segment);
  }

  /// Offers what may follow where the last name of the path is already whole: `title` → `title=`,
  /// `title__icontains=`.
  private void continuations() {
    String name = offers.typed(segment);
    if (name.isEmpty()) {
      return;
    }
    List<String> whole = new ArrayList<>(before);
    whole.add(name);
    Paths.End end = paths.follow(asked, whole, naming == Naming.PREFETCH);
    if (naming == Naming.CONDITION && !(end instanceof Paths.End.Lost)) {
      offers.further(Kind.LOOKUP, "=", name + "=", "is");
    }
    switch (end) {
      case Paths.End.Lost() -> {}
      case Paths.End.At(Model model, boolean _) -> further(name, model);
      case Paths.End.Worth(FieldType type) -> further(name, type);
    }
  }

  private void further(String name, FieldType type) {
    if (naming == Naming.CONDITION) {
      for (String lookup : LookupNames.of(type)) {
        if (!lookup.equals("exact")) {
          String more = "__" + lookup;
          offers.further(Kind.LOOKUP, more + "=", name + more + "=", LookupNames.meaning(lookup));
        }
      }
    }
    if (naming == Naming.CONDITION || naming == Naming.SELECTION || naming == Naming.ORDERING) {
      for (String transform : LookupNames.transformsOf(type)) {
        String more = "__" + transform;
        offers.further(Kind.TRANSFORM, more, name + more, LookupNames.meaning(transform));
      }
    }
  }

  private void further(String name, Model model) {
    Offers inner = new Offers("", 0, 0);
    new PathOffers(models, inner, Asked.of(model.name(), Optional.empty()), naming, Form.IN_STRING)
        .offer();
    for (Suggestion s : inner.ranked()) {
      offers.further(s.kind(), "__" + s.label(), name + "__" + s.label(), s.detail());
    }
    if (naming == Naming.CONDITION) {
      for (String lookup : List.of("in", "isnull")) {
        String more = "__" + lookup + "=";
        offers.further(Kind.LOOKUP, more, name + more, LookupNames.meaning(lookup));
      }
    }
  }
}
