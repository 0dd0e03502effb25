package orrery.orm.edit;

import java.util.Optional;
import java.util.function.Predicate;
import orrery.orm.edit.Suggestion.Kind;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// What may be offered in many places of a call: paths, functions, chains. Belongs to one
/// completion.
final class CallOffers {

  private final Models models;
  private final Offers offers;
  private final Frame call;

  CallOffers(Models models, Offers offers, Frame call) {
    this.models = models;
    this.offers = offers;
    this.call = call;
  }

  /// Offers names that start from the objects that the call is about.
  void paths(Naming naming, PathOffers.Form form) {
    Optional<Asked> scope = call.scope();
    if (call.callee.equals("OuterRef")) {
      scope = scope.flatMap(Asked::outer);
    }
    scope.ifPresent(asked -> new PathOffers(models, offers, asked, naming, form).offer());
  }

  /// Offers the functions of the table that `which` takes and that mean something here.
  void functions(Predicate<Entry> which) {
    boolean isSubquery = call.scope().flatMap(Asked::outer).isPresent();
    for (Entry entry : Functions.all()) {
      if (which.test(entry) && (isSubquery || !entry.name().equals("OuterRef"))) {
        boolean isAggregate = entry.group().equals("aggregate");
        offers.call(isAggregate ? Kind.AGGREGATE : Kind.FUNCTION, entry);
      }
    }
  }

  /// Offers the starts of chains; the model that the call is about comes first.
  void chains() {
    call.scope()
        .flatMap(asked -> models.find(asked.model()))
        .ifPresent(m -> offers.add(Kind.MODEL, m.name(), m.table()));
    for (Model model : models.all()) {
      offers.add(Kind.MODEL, model.name(), model.table());
    }
  }
}
