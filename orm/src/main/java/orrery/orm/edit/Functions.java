package orrery.orm.edit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The table of what may be called in an expression, in the order people reach for it.
///
/// Groups: `condition`, `block` (the building blocks of expressions), `aggregate`, `function`,
/// `window`, `value` (constructors of plain values). Signatures and meanings are those of Django's
/// reference of expressions and database functions.
final class Functions {

  private static final Map<String, Entry> ALL = new LinkedHashMap<>();

  static {
    for (Entry entry :
        Entry.read(
            """
            condition | Q(*conditions, **lookups) | a condition that combines with & | ^ and ~
            condition | Exists(queryset) | whether another queryset has a row
            block | F(name) | the value of a field or annotation of the same row
            block | Value(value, output_field=None) | a value where a function would take a name
            block | Case(*whens, default=None, output_field=None) | the first branch whose condition holds
            block | When(condition=None, then=None, **lookups) | a branch of Case
            block | Subquery(queryset, output_field=None) | the first column of another queryset
            block | OuterRef(name) | inside a subquery, a field of the query around it
            block | Prefetch(lookup, queryset=None, to_attr=None) | a relation to load, and how
            block | GenericPrefetch(lookup, querysets, to_attr=None) | a generic relation to load, and how
            block | Window(expression, partition_by=None, order_by=None, frame=None, output_field=None) | a value over a window of rows
            block | ExpressionWrapper(expression, output_field) | an expression with a type of its own
            block | FilteredRelation(relation_name, condition=Q()) | a relation joined under a condition
            block | Func(*expressions, function=None, template=None, arg_joiner=None, output_field=None) | any function of the database
            block | RawSQL(sql, params) | a piece of SQL given by hand
            block | OrderBy(expression, descending=False, nulls_first=None, nulls_last=None) | an expression with its direction
            aggregate | Count(expression, distinct=False, filter=None, default=None) | how many values are not null
            aggregate | Sum(expression, distinct=False, filter=None, default=None, output_field=None) | the sum of the values
            aggregate | Avg(expression, distinct=False, filter=None, default=None, output_field=None) | the mean of the values
            aggregate | Min(expression, filter=None, default=None, output_field=None) | the smallest value
            aggregate | Max(expression, filter=None, default=None, output_field=None) | the largest value
            aggregate | StdDev(expression, sample=False, filter=None, default=None) | the standard deviation
            aggregate | Variance(expression, sample=False, filter=None, default=None) | the variance
            aggregate | StringAgg(expression, delimiter, distinct=False, filter=None, order_by=None, default=None) | the texts, joined
            aggregate | AnyValue(expression, filter=None) | any one of the values
            aggregate | BitAnd(expression, filter=None, default=None) | the bits that all values have
            aggregate | BitOr(expression, filter=None, default=None) | the bits that any value has
            aggregate | BitXor(expression, filter=None, default=None) | the bits that an odd number of values has
            function | Lower(expression) | the text in small letters
            function | Upper(expression) | the text in capitals
            function | Length(expression) | the number of characters
            function | Concat(*expressions, output_field=None) | the texts, one after another
            function | Coalesce(*expressions, output_field=None) | the first value that is not null
            function | Substr(expression, pos, length=None) | part of the text, counted from 1
            function | Left(expression, length) | the first characters
            function | Right(expression, length) | the last characters
            function | Trim(expression) | the text without blanks at both ends
            function | LTrim(expression) | the text without blanks at its start
            function | RTrim(expression) | the text without blanks at its end
            function | Replace(expression, text, replacement=Value("")) | the text with a part replaced
            function | StrIndex(expression, substring) | where a part starts, counted from 1
            function | LPad(expression, length, fill_text=Value(" ")) | the text, filled up at its start
            function | RPad(expression, length, fill_text=Value(" ")) | the text, filled up at its end
            function | Repeat(expression, number) | the text, several times
            function | Reverse(expression) | the text backwards
            function | Chr(expression) | the character with this code
            function | Ord(expression) | the code of the first character
            function | MD5(expression) | the MD5 hash
            function | SHA1(expression) | the SHA-1 hash
            function | SHA224(expression) | the SHA-224 hash
            function | SHA256(expression) | the SHA-256 hash
            function | SHA384(expression) | the SHA-384 hash
            function | SHA512(expression) | the SHA-512 hash
            function | Cast(expression, output_field) | the value as another type
            function | Collate(expression, collation) | the text under a collation
            function | Greatest(*expressions) | the largest of several values
            function | Least(*expressions) | the smallest of several values
            function | NullIf(expression1, expression2) | null where two values are equal
            function | Abs(expression) | the value without its sign
            function | Round(expression, precision=0) | the value, rounded
            function | Ceil(expression) | the next whole number up
            function | Floor(expression) | the next whole number down
            function | Mod(expression1, expression2) | the remainder of a division
            function | Power(expression1, expression2) | the first value to the power of the second
            function | Sqrt(expression) | the square root
            function | Exp(expression) | e to the power of the value
            function | Ln(expression) | the natural logarithm
            function | Log(base, expression) | the logarithm to a base
            function | Sign(expression) | -1, 0 or 1
            function | Pi() | the number pi
            function | Random() | a random number from 0 to 1
            function | Sin(expression) | the sine
            function | Cos(expression) | the cosine
            function | Tan(expression) | the tangent
            function | Cot(expression) | the cotangent
            function | ASin(expression) | the arc sine
            function | ACos(expression) | the arc cosine
            function | ATan(expression) | the arc tangent
            function | ATan2(expression1, expression2) | the arc tangent of a quotient
            function | Degrees(expression) | radians as degrees
            function | Radians(expression) | degrees as radians
            function | Now() | the time at the database
            function | Extract(expression, lookup_name, tzinfo=None) | a part of a date or time
            function | ExtractYear(expression, tzinfo=None) | the year
            function | ExtractIsoYear(expression, tzinfo=None) | the year of the ISO week
            function | ExtractQuarter(expression, tzinfo=None) | the quarter, 1 to 4
            function | ExtractMonth(expression, tzinfo=None) | the month, 1 to 12
            function | ExtractWeek(expression, tzinfo=None) | the ISO week, 1 to 53
            function | ExtractDay(expression, tzinfo=None) | the day of the month
            function | ExtractWeekDay(expression, tzinfo=None) | the day of the week, 1 for Sunday
            function | ExtractIsoWeekDay(expression, tzinfo=None) | the day of the week, 1 for Monday
            function | ExtractHour(expression, tzinfo=None) | the hour
            function | ExtractMinute(expression, tzinfo=None) | the minute
            function | ExtractSecond(expression, tzinfo=None) | the second
            function | Trunc(expression, kind, output_field=None, tzinfo=None) | a date or time, cut to a unit
            function | TruncYear(expression, output_field=None, tzinfo=None) | cut to the year
            function | TruncQuarter(expression, output_field=None, tzinfo=None) | cut to the quarter
            function | TruncMonth(expression, output_field=None, tzinfo=None) | cut to the month
            function | TruncWeek(expression, output_field=None, tzinfo=None) | cut to the Monday of the week
            function | TruncDay(expression, output_field=None, tzinfo=None) | cut to the day
            function | TruncDate(expression, tzinfo=None) | the date of a time
            function | TruncTime(expression, tzinfo=None) | the time of day
            function | TruncHour(expression, output_field=None, tzinfo=None) | cut to the hour
            function | TruncMinute(expression, output_field=None, tzinfo=None) | cut to the minute
            function | TruncSecond(expression, output_field=None, tzinfo=None) | cut to the second
            function | JSONArray(*expressions) | a JSON list of values
            function | JSONObject(**fields) | a JSON object of values
            function | KT(path) | the text at a path of a JSON field
            window | RowNumber() | the number of the row in its window
            window | Rank() | the rank, with gaps after equals
            window | DenseRank() | the rank, without gaps
            window | PercentRank() | the rank as a share
            window | CumeDist() | the share of rows up to this one
            window | Ntile(num_buckets=1) | which of so many equal parts
            window | Lag(expression, offset=1, default=None) | the value some rows before
            window | Lead(expression, offset=1, default=None) | the value some rows after
            window | FirstValue(expression) | the first value of the window
            window | LastValue(expression) | the last value of the window
            window | NthValue(expression, nth=1) | the nth value of the window
            window | RowRange(start=None, end=None, exclusion=None) | a frame counted in rows
            window | ValueRange(start=None, end=None, exclusion=None) | a frame counted in values
            value | date(year, month, day) | a calendar date
            value | datetime(year, month, day, hour=0, minute=0, second=0, microsecond=0) | a date and a time
            value | time(hour=0, minute=0, second=0, microsecond=0) | a time of day
            value | timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0) | a length of time
            value | Decimal(value) | an exact number
            value | UUID(hex) | a universally unique identifier
            """)) {
      ALL.put(entry.name(), entry);
    }
  }

  private Functions() {}

  /// Returns what is called `name`.
  static Optional<Entry> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /// Says whether `name` is an aggregate.
  static boolean isAggregate(String name) {
    return find(name).filter(e -> e.group().equals("aggregate")).isPresent();
  }

  /// Returns everything, in the order of the table.
  static Collection<Entry> all() {
    return ALL.values();
  }
}
