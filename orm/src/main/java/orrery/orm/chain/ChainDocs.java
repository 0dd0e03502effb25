package orrery.orm.chain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// The docs of the steps of chains and of their ends.
final class ChainDocs {

  private ChainDocs() {}

  static Doc step(Step step) {
    Args args = new Args();
    return switch (step) {
      case Step.All _ -> args.call("all");
      case Step.None _ -> args.call("none");
      case Step.Filter filter -> args.conditions(filter.conditions()).call("filter");
      case Step.Exclude exclude -> args.conditions(exclude.conditions()).call("exclude");
      case Step.Annotate annotate ->
          args.exprs(annotate.positional()).named(annotate.named()).call("annotate");
      case Step.Alias alias -> args.exprs(alias.positional()).named(alias.named()).call("alias");
      case Step.OrderBy order -> args.selections(order.by()).call("order_by");
      case Step.Reverse _ -> args.call("reverse");
      case Step.Distinct distinct -> args.selections(distinct.fields()).call("distinct");
      case Step.SelectRelated related ->
          args.none(related.cleared()).selections(related.paths()).call("select_related");
      case Step.PrefetchRelated related -> {
        args.none(related.cleared());
        related.lookups().forEach(lookup -> args.add(prefetch(lookup)));
        yield args.call("prefetch_related");
      }
      case Step.Values values ->
          args.selections(values.fields()).named(values.named()).call("values");
      case Step.ValuesList values ->
          args.selections(values.fields())
              .flag("flat", values.flat())
              .flag("named", values.tuples())
              .call("values_list");
      case Step.Dates dates ->
          args.selection(dates.field())
              .add(Doc.words(Literals.string(dates.kind())))
              .text("order", Optional.of(dates.order()).filter(order -> !order.equals("ASC")))
              .call("dates");
      case Step.Datetimes times ->
          args.selection(times.field())
              .add(Doc.words(Literals.string(times.kind())))
              .text("order", Optional.of(times.order()).filter(order -> !order.equals("ASC")))
              .option("tzinfo", times.zone())
              .call("datetimes");
      case Step.Defer defer -> args.none(defer.cleared()).selections(defer.fields()).call("defer");
      case Step.Only only -> args.selections(only.fields()).call("only");
      case Step.Using using ->
          args.add(Doc.words(using.alias().isEmpty() ? "None" : Literals.string(using.alias())))
              .call("using");
      case Step.Combine combine -> {
        combine.others().forEach(other -> args.add(QueryDoc.of(other, Precedence.ARGUMENT)));
        args.flag("all", combine.all());
        yield switch (combine.combinator()) {
          case UNION -> args.call("union");
          case INTERSECTION -> args.call("intersection");
          case DIFFERENCE -> args.call("difference");
        };
      }
      case Step.Merge merge -> QueryDoc.operand(merge);
      case Step.SelectForUpdate lock ->
          args.flag("nowait", lock.nowait())
              .flag("skip_locked", lock.skipLocked())
              .option("of", tuple(lock.of()))
              .flag("no_key", lock.noKey())
              .call("select_for_update");
      case Step.Extra extra -> extra(args, extra);
      case Step.Raw raw -> raw(args, raw);
      case Step.Slice slice -> slice(slice);
    };
  }

  private static Doc slice(Step.Slice slice) {
    String start = slice.start() == 0 ? "" : String.valueOf(slice.start());
    String stop = slice.stop().isEmpty() ? "" : String.valueOf(slice.stop().getAsInt());
    return Doc.words("[" + start + ":" + stop + "]");
  }

  private static Optional<Expr> tuple(List<Name> names) {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new Expr.Sequence(Expr.Brackets.TUPLE, texts(names)));
  }

  private static Optional<Expr> list(List<? extends Expr> items) {
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Expr.Sequence(Expr.Brackets.LIST, List.copyOf(items)));
  }

  private static List<Expr> texts(List<Name> names) {
    return names.stream().<Expr>map(name -> new Expr.Literal(name.text())).toList();
  }

  private static List<Expr> strings(List<String> strings) {
    return strings.stream().<Expr>map(Expr.Literal::new).toList();
  }

  private static Optional<Expr> mapping(List<Named> named) {
    List<Expr.Entry> entries =
        named.stream()
            .map(one -> new Expr.Entry(new Expr.Literal(one.name()), one.value()))
            .toList();
    return entries.isEmpty() ? Optional.empty() : Optional.of(new Expr.Mapping(entries));
  }

  private static Doc extra(Args args, Step.Extra extra) {
    return args.option("select", mapping(extra.select()))
        .option("where", list(strings(extra.where())))
        .option("params", list(extra.params()))
        .option("tables", list(strings(extra.tables())))
        .option("order_by", list(texts(extra.orderBy())))
        .option("select_params", list(extra.selectParams()))
        .call("extra");
  }

  private static Doc raw(Args args, Step.Raw raw) {
    args.add(Doc.words(Literals.string(raw.sql())));
    if (raw.params().size() == 1 && raw.params().getFirst() instanceof Expr.Mapping mapping) {
      args.exprs(List.of(mapping));
    } else {
      list(raw.params()).ifPresent(list -> args.exprs(List.of(list)));
    }
    return args.option("translations", mapping(raw.translations())).call("raw");
  }

  static Doc prefetch(Prefetch lookup) {
    Args args = new Args().add(Doc.words(Literals.string(lookup.path())));
    if (!lookup.perType().isEmpty()) {
      List<Expr> queries = lookup.perType().stream().<Expr>map(Expr.ChainValue::new).toList();
      return args.exprs(list(queries).stream().toList())
          .text("to_attr", lookup.toAttr())
          .call("GenericPrefetch");
    }
    if (lookup.queryset().isEmpty() && lookup.toAttr().isEmpty()) {
      return Doc.words(Literals.string(lookup.path()));
    }
    return args.option("queryset", lookup.queryset().map(Expr.ChainValue::new))
        .text("to_attr", lookup.toAttr())
        .call("Prefetch");
  }

  static Doc terminal(Terminal terminal) {
    Args args = new Args();
    return switch (terminal) {
      case Terminal.Fetch _ -> Doc.words("");
      case Terminal.Index index -> Doc.words("[" + index.index() + "]");
      case Terminal.Get get -> args.conditions(get.conditions()).call("get");
      case Terminal.First _ -> args.call("first");
      case Terminal.Last _ -> args.call("last");
      case Terminal.Earliest earliest -> args.selections(earliest.fields()).call("earliest");
      case Terminal.Latest latest -> args.selections(latest.fields()).call("latest");
      case Terminal.Count _ -> args.call("count");
      case Terminal.Exists _ -> args.call("exists");
      case Terminal.Contains contains -> args.exprs(List.of(contains.object())).call("contains");
      case Terminal.Aggregate aggregate ->
          args.exprs(aggregate.positional()).named(aggregate.named()).call("aggregate");
      case Terminal.InBulk bulk ->
          args.exprs(bulk.ids().stream().toList())
              .text("field_name", bulk.fieldName())
              .call("in_bulk");
      case Terminal.Iterator iterator ->
          args.option("chunk_size", number(iterator.chunkSize())).call("iterator");
      case Terminal.Explain explain ->
          args.text("format", explain.format()).named(explain.options()).call("explain");
      case Terminal.Create create -> args.named(create.values()).call("create");
      case Terminal.GetOrCreate create ->
          args.option("defaults", create.defaults()).named(create.lookups()).call("get_or_create");
      case Terminal.UpdateOrCreate create ->
          args.option("defaults", create.defaults())
              .option("create_defaults", create.createDefaults())
              .named(create.lookups())
              .call("update_or_create");
      case Terminal.BulkCreate create ->
          args.exprs(List.of(create.objects())).named(create.options()).call("bulk_create");
      case Terminal.BulkUpdate update ->
          args.exprs(List.of(update.objects(), update.fields()))
              .named(update.options())
              .call("bulk_update");
      case Terminal.Update update -> args.named(update.values()).call("update");
      case Terminal.Delete _ -> args.call("delete");
    };
  }

  private static Optional<Expr> number(OptionalInt number) {
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(new Expr.Literal((long) number.getAsInt()));
  }

  static Doc selection(Selection selection) {
    return switch (selection) {
      case Name name -> Doc.words(Literals.string(name.text()));
      case Expr expr -> ExprDocs.expr(expr, Precedence.ARGUMENT);
    };
  }
}
