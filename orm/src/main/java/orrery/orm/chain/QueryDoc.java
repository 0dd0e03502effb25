package orrery.orm.chain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Step.Connector;
import orrery.orm.query.Terminal;

/// The doc of a query while it is put together, step by step.
final class QueryDoc {

  private Doc base;
  private List<Doc> links = new ArrayList<>();

  /// The last operator that merged another queryset, with nothing behind it yet.
  private @Nullable Connector merged;

  private QueryDoc(Query query) {
    this.base = Doc.words(query.model() + ".objects");
  }

  /// Returns the doc of `chain`.
  static Doc of(Chain chain) {
    QueryDoc doc = new QueryDoc(chain.query());
    Terminal terminal = chain.terminal();
    boolean method =
        !(terminal instanceof Terminal.Fetch)
            && !(terminal instanceof Terminal.Index)
            && !(terminal instanceof Terminal.Delete);
    doc.steps(chain.query(), method);
    if (!(terminal instanceof Terminal.Fetch)) {
      doc.link(ChainDocs.terminal(terminal), terminal instanceof Terminal.Index);
    }
    return doc.doc();
  }

  /// Returns the doc of `query`, in parentheses where it binds looser than `wanted`.
  static Doc of(Query query, Precedence wanted) {
    QueryDoc doc = new QueryDoc(query);
    doc.steps(query, false);
    Precedence own = doc.merged == null ? Precedence.ATOM : Precedence.of(doc.merged);
    return own.within(wanted, doc.doc());
  }

  private Doc doc() {
    return links.isEmpty() ? base : new Doc.Dotted(base, List.copyOf(links));
  }

  /// Adds the steps of `query`, behind which a method of a manager follows or not.
  private void steps(Query query, boolean method) {
    boolean manager = true;
    for (Step step : query.steps()) {
      if (manager && !(step instanceof Step.All)) {
        manager = false;
        if (step instanceof Step.Slice || step instanceof Step.Merge) {
          all();
        }
      }
      if (step instanceof Step.Merge merge) {
        merge(merge);
      } else {
        link(ChainDocs.step(step), step instanceof Step.Slice);
      }
    }
    if (manager && !method) {
      all();
    }
  }

  /// Adds the `all()` that Django wants between a manager and what only a queryset has.
  private void all() {
    link(Doc.call("all", List.of()), false);
  }

  private void link(Doc link, boolean subscript) {
    if (merged != null) {
      base = Doc.parenthesised(doc());
      links = new ArrayList<>();
      merged = null;
    }
    links.add(subscript ? link : Doc.joined(Doc.words("."), link));
  }

  private void merge(Step.Merge merge) {
    Precedence precedence = Precedence.of(merge.connector());
    Doc left = doc();
    if (merged != null && Precedence.of(merged).compareTo(precedence) < 0) {
      left = Doc.parenthesised(left);
    }
    base = run(left, merge, merged == merge.connector());
    links = new ArrayList<>();
    merged = merge.connector();
  }

  /// Returns `left` merged with another queryset; where `left` is a run of the same operator, as
  /// one more operand of it.
  private static Doc run(Doc left, Step.Merge merge, boolean same) {
    Precedence precedence = Precedence.of(merge.connector());
    Doc.Operand right =
        new Doc.Operand(sign(merge.connector()), of(merge.other(), precedence.next()));
    if (!same || !(left instanceof Doc.Run run)) {
      return new Doc.Run(left, List.of(right));
    }
    List<Doc.Operand> more = new ArrayList<>(run.more());
    more.add(right);
    return new Doc.Run(run.first(), more);
  }

  /// Returns the operator that `merge` is, with the queryset behind it.
  static Doc operand(Step.Merge merge) {
    return Doc.joined(
        Doc.words(sign(merge.connector()) + " "),
        of(merge.other(), Precedence.of(merge.connector()).next()));
  }

  private static String sign(Connector connector) {
    return switch (connector) {
      case AND -> "&";
      case OR -> "|";
      case XOR -> "^";
    };
  }
}
