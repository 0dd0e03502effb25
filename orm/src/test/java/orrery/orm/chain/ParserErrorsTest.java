package orrery.orm.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.orm.error.OrmError;

/// What is wrong with a text: under which name, in which words, where, and what was meant.
class ParserErrorsTest {

  private static OrmError error(String text) {
    OrmError error = catchThrowableOfType(OrmError.class, () -> Parser.parse(text));
    assertThat(error).as(text).isNotNull();
    return error;
  }

  /// A line each: the text with `⟦` before the place, then the error as it is shown.
  static String[][] mistakes() {
    String table =
        """
        ⟦                                         | SyntaxError: invalid syntax: expected a model, found the end of the text
        Album.⟦                                   | SyntaxError: invalid syntax: expected a name after '.', found the end of the text
        Album.objects.filter⟦(title="x"           | SyntaxError: '(' was never closed
        Album.objects.filter(x=⟦[1, 2             | SyntaxError: '[' was never closed
        Album.objects.filter(x=[1, 2⟦)            | SyntaxError: closing parenthesis ')' does not match opening parenthesis '['
        Album.objects.filter(x=1)⟦)               | SyntaxError: unmatched ')'
        Album.objects.filter(x=⟦"abc)             | SyntaxError: unterminated string literal
        Album.objects.filter(x=⟦'''abc)           | SyntaxError: unterminated triple-quoted string literal
        Album.objects.filter(a=1 ⟦b=2)            | SyntaxError: invalid syntax. Perhaps you forgot a comma?
        Album.objects.filter(a=1)⟦,               | SyntaxError: invalid syntax: expected the end of the chain, found ','
        albums ⟦= Album.objects.all()             | SyntaxError: a chain has no assignment; write what stands behind the =
        Album.objects.filter(a=1, ⟦a=2)           | SyntaxError: keyword argument repeated: a
        Album.objects.filter(a=1, ⟦Q(b=2))        | SyntaxError: positional argument follows keyword argument
        Album.objects.filter(⟦class=1)            | SyntaxError: invalid syntax: 'class' is a keyword of Python and names no argument; write **{"class": …}
        Album.objects.filter(a ⟦== 1)             | SyntaxError: a chain has no '=='; write the lookup a=…
        Album.objects.filter(a ⟦>= 1)             | SyntaxError: a chain has no '>='; write the lookup a__gte=…
        Album.objects.filter(⟦artist.name="x")    | SyntaxError: a lookup goes to a relation's field with __, not with a point. Did you mean 'artist__name'?
        Album.objects.filter(⟦not Q(a=1))         | SyntaxError: a chain has no 'not'; write ~ before the Q
        Album.objects.filter(Q(a=1) ⟦and Q(b=2))  | SyntaxError: a chain has no 'and'; write & between two Qs, or a comma
        Album.objects.filter([x ⟦for x in y])     | SyntaxError: a chain has no comprehension; write the values themselves
        Album.objects.filter(x=⟦lambda: 1)        | SyntaxError: a chain has no lambda
        Album.objects.filter(⟦*conditions)        | SyntaxError: a chain has no unpacking with *; write the values themselves
        Album.objects.filter(⟦**lookups)          | SyntaxError: a chain can unpack only a mapping that stands there: **{"name": …}
        Album.objects.filter(x=⟦f"a")             | SyntaxError: a chain has no f-strings: write the text itself
        Album.objects.filter(x=⟦ub"a")            | SyntaxError: invalid string prefix
        Album.objects.filter(x=⟦012)              | SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
        Album.objects.filter(x=⟦1abc)             | SyntaxError: invalid decimal literal
        Album.objects.filter(x=⟦0xg)              | SyntaxError: invalid hexadecimal literal
        Album.objects.filter(x=⟦1__0)             | SyntaxError: invalid decimal literal
        Album.objects.filter(x=⟦3j)               | SyntaxError: a chain has no complex numbers
        Album.objects.filter(x=⟦$)                | SyntaxError: invalid character '$' (U+0024)
        Album.objects.filter(x=⟦\u00a01)          | SyntaxError: invalid non-printable character U+00A0
        Album.objects.filter(x="a⟦\\x4")          | SyntaxError: truncated \\xXX escape
        Album.objects.filter(x="⟦\\U00110000")    | SyntaxError: illegal Unicode character
        Album.objects.filter(x="⟦\\N{no such}")   | SyntaxError: unknown Unicode character name
        Album.objects.filter(x=b"⟦é")             | SyntaxError: bytes can only contain ASCII literal characters
        Album.objects.filter(x="a" ⟦b"b")         | SyntaxError: cannot mix bytes and nonbytes literals
        Album.objects.count⟦                      | SyntaxError: invalid syntax: expected '(' after 'count'
        Album.objects.⟦fliter(x=1)                | AttributeError: 'QuerySet' object has no attribute 'fliter'. Did you mean 'filter'?
        Album.⟦objcts.all()                       | AttributeError: type object 'Album' has no attribute 'objcts'. Did you mean 'objects'?
        Album.objects.⟦delete()                   | AttributeError: 'Manager' object has no attribute 'delete'. Did you mean 'all().delete()'?
        Album.objects.count().⟦filter(x=1)        | AttributeError: 'int' object has no attribute 'filter'
        Album.objects.first().⟦filter(x=1)        | AttributeError: 'Album' object has no attribute 'filter'
        Album.objects.first().⟦title              | AttributeError: a chain ends with first(); for one attribute write values_list("title", flat=True)
        Album.objects.aggregate(n=Count("x"))⟦["n"] | TypeError: a chain ends with aggregate()
        Album.objects.order_by(F("x").⟦descc())   | AttributeError: 'F' object has no attribute 'descc'. Did you mean 'desc'?
        Album.objects.filter(x="a".⟦upper())      | AttributeError: a chain calls no methods of plain values such as 'a'; write the value itself
        Album.objects.annotate(n=⟦Lowr("x"))      | NameError: name 'Lowr' is not defined. Did you mean 'Lower'?
        Album.objects.filter(x=⟦true)             | NameError: name 'true' is not defined. Did you mean 'True'?
        Album.objects.filter(x=⟦foo)              | NameError: name 'foo' is not defined
        Album.objects.filter(x=⟦Artist)           | TypeError: 'Artist' alone is no queryset here. Did you mean 'Artist.objects.all()'?
        Album.objects.annotate(n=⟦Count)          | TypeError: 'Count' is a class here: write Count(…)
        ⟦len(Album.objects.all())                 | NameError: name 'len' is not defined in a chain; write .count()
        ⟦F("x")                                   | TypeError: a chain starts with a model, such as Model.objects.all(), not with F("x")
        Album.objects.order_by("a", ⟦x=1)         | TypeError: QuerySet.order_by() got an unexpected keyword argument 'x'
        Album.objects.values_list("a", ⟦flta=True) | TypeError: QuerySet.values_list() got an unexpected keyword argument 'flta'. Did you mean 'flat'?
        Album.objects.count(⟦1)                   | TypeError: QuerySet.count() takes 1 positional argument but 2 were given
        Album.objects.iterator(1, ⟦2)             | TypeError: QuerySet.iterator() takes from 1 to 2 positional arguments but 3 were given
        Album.objects.⟦dates("d")                 | TypeError: QuerySet.dates() missing 1 required positional argument: 'kind'
        Album.objects.⟦bulk_update()              | TypeError: QuerySet.bulk_update() missing 2 required positional arguments: 'objs' and 'fields'
        Album.objects.dates("d", "day", ⟦kind="x") | TypeError: QuerySet.dates() got multiple values for argument 'kind'
        Album.objects.values_list(flat=⟦"x")      | TypeError: values_list() takes True or False for 'flat', not 'x'
        Album.objects.defer(⟦1)                   | AttributeError: defer() takes names as strings, not 1
        Album.objects.only(⟦None)                 | TypeError: Cannot pass None as an argument to only().
        Album.objects.order_by(⟦5)                | FieldError: Invalid order_by arguments: [5]
        Album.objects.filter(⟦"title")            | ValueError: filter() takes Q objects, boolean expressions and lookups as keywords, not 'title'
        Album.objects.filter(⟦F("title"))         | TypeError: Cannot filter against a non-conditional expression.
        Album.objects.annotate(⟦"title")          | TypeError: QuerySet.annotate() received non-expression(s): title. Did you mean 'F("title")'?
        Album.objects.annotate(x=⟦1)              | TypeError: QuerySet.annotate() received non-expression(s): 1. Did you mean 'Value(1)'?
        Album.objects.prefetch_related(⟦5)        | TypeError: prefetch_related() takes paths as strings and Prefetch objects, not 5
        Album.objects.annotate(x=Case(⟦Q(a=1)))   | TypeError: Positional arguments must all be When objects.
        Album.objects.annotate(x=Case(⟦When(then=1))) | TypeError: When() supports a Q object, a boolean expression, or lookups as a condition.
        Album.objects.annotate(x=Case(When(⟦Q(), then=1))) | ValueError: An empty Q() can't be used as a When() condition.
        Album.objects.annotate(x=⟦Prefetch("x"))  | TypeError: Prefetch() cannot stand here
        Album.objects.union(⟦"x")                 | AttributeError: union() takes a queryset, not 'x'
        Album.objects.filter(x=Artist.objects.⟦get(pk=1)) | TypeError: a chain as a value must stay a queryset, and get() gives an object
        Album.objects.filter(x="a" ⟦+ 1)          | TypeError: unsupported operand type(s) for +: 'str' and 'int'
        Album.objects.filter(Q(a=1) ⟦| 5)         | TypeError: unsupported operand type(s) for |: 'Q' and 'int'
        Album.objects.filter(F("a") ⟦& F("b"))    | NotImplementedError: Use .bitand(), .bitor(), and .bitxor() for bitwise logical operations.
        Album.objects.annotate(x=⟦Sin(F("a"), 2)) | TypeError: 'Sin' takes exactly 1 argument (2 given)
        Album.objects.annotate(x=⟦Mod(F("a")))    | TypeError: 'Mod' takes exactly 2 arguments (1 given)
        Album.objects.annotate(x=⟦Round())        | TypeError: Round.__init__() missing 1 required positional argument: 'expression'
        Album.objects.annotate(x=⟦RPad("a"))      | TypeError: LPad.__init__() missing 1 required positional argument: 'length'
        Album.objects.annotate(x=FilteredRelation("a", condition=⟦1)) | ValueError: condition argument must be a Q() instance.
        Album.objects.select_related(⟦True)       | AttributeError: select_related() takes names as strings, not True
        Album.objects.order_by(⟦["pk"])           | FieldError: Invalid order_by arguments: [['pk']]
        Album.objects.filter(x=⟦-"a")             | TypeError: bad operand type for unary -: 'str'
        Album.objects.filter(x=Lower("a")⟦[1])    | TypeError: 'Lower' object is not subscriptable
        Album.objects.filter(x=1 ⟦/ 0)            | ValueError: division by zero
        Album.objects.all()⟦()                    | TypeError: 'QuerySet' object is not callable
        Album.objects.all()[⟦-1]                  | ValueError: Negative indexing is not supported.
        Album.objects.all()[⟦-3:]                 | ValueError: Negative indexing is not supported.
        Album.objects.all()[::⟦2]                 | ValueError: Step argument is not supported.
        Album.objects.all()[⟦"x"]                 | TypeError: QuerySet indices must be integers or slices, not str.
        Album.objects.filter(x=F("a")[⟦-1])       | ValueError: Negative indexing is not supported.
        Album.objects.filter(x=F("a")⟦[3:1])      | ValueError: Slice stop must be greater than slice start.
        Album.objects.filter(x=date(2005, ⟦13, 1)) | ValueError: month must be in 1..12
        Album.objects.filter(x=date(2005, 2, ⟦30)) | ValueError: day is out of range for month
        Album.objects.filter(x=date(⟦"2005", 2, 1)) | TypeError: 'str' object cannot be interpreted as an integer
        Album.objects.filter(x=time(⟦25))         | ValueError: hour must be in 0..23
        Album.objects.filter(x=Decimal(⟦"x"))     | ValueError: Decimal("x"): not a decimal number
        Album.objects.filter(x=Decimal(⟦"NaN"))   | ValueError: no database stores Decimal("NaN")
        Album.objects.filter(x=UUID(⟦"x"))        | ValueError: badly formed hexadecimal UUID string
        Album.objects.filter(x=⟦timedelta(days=1e10)) | ValueError: days must have magnitude <= 999999999
        Album.objects.filter(x=⟦date.today())     | TypeError: a chain has no clock of its own; write Now(), or TruncDate(Now()) for today
        Album.objects.filter(x=datetime.⟦now())   | TypeError: a chain has no clock of its own; write Now(), or TruncDate(Now()) for today
        Album.objects.order_by(F("x").⟦asc(nulls_first=True, nulls_last=True)) | ValueError: nulls_first and nulls_last are mutually exclusive
        Album.objects.order_by(F("x").asc(nulls_first=⟦False)) | ValueError: nulls_first and nulls_last values must be True or None.
        Album.objects.filter(\\n  a=1,\\n  b=⟦Lowr("x"))  | NameError: name 'Lowr' is not defined. Did you mean 'Lower'?
        """;
    return table
        .lines()
        .map(line -> line.split(" \\| ", 2))
        .map(parts -> {
          String marked = parts[0].stripTrailing().replace("(\\n", "(\n").replace(",\\n", ",\n");
          return new String[] {marked, parts[1]};
        })
        .toArray(String[][]::new);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedAtItsPlace(String marked, String shown) {
    int place = marked.indexOf('⟦');
    OrmError error = error(marked.replace("⟦", ""));
    assertThat(error.type() + ": " + error.getMessage()).isEqualTo(shown);
    assertThat(error.place()).contains(orrery.orm.error.Place.of(marked, place));
  }

  @Test
  void linesAndColumnsAreCountedFromOne() {
    OrmError error = error("Album.objects.filter(\n    a=1,\n    b=Lowr(\"x\"),\n)");
    assertThat(error.place().orElseThrow().line()).isEqualTo(3);
    assertThat(error.place().orElseThrow().column()).isEqualTo(7);
  }

  @Test
  void textThatIsNoPythonIsThatBeforeAllElse() {
    assertThat(error("Album.objects.fliter(x=1)[").type()).isEqualTo("SyntaxError");
  }

  @Test
  void deepNestingIsAnErrorAndNoOverflow() {
    for (String open : new String[] {"(", "[", "Lower(", "Q(", "~", "-", "2 ** ", "{1: "}) {
      String text = "Album.objects.filter(x=" + open.repeat(100_000);
      assertThat(error(text).sentence()).isEqualTo("too many nested parentheses");
    }
    assertThat(error("Album.objects.filter(x=F('a')" + " + 1".repeat(100_000) + ")").sentence())
        .isEqualTo("too many operators in one expression");
  }

  @Test
  void deepNestingIsRead() {
    String windows = "Window(Rank(), order_by=[".repeat(30) + "F('a')" + "])".repeat(30);
    String text = "Album.objects.order_by(" + windows + ")";
    assertThat(Parser.parse(Printer.print(Parser.parse(text).chain())).chain())
        .isEqualTo(Parser.parse(text).chain());
  }

  @Test
  void longChainsAreRead() {
    String or = "Q(a=1)" + " | Q(b=2)".repeat(20_000);
    assertThat(Parser.parse("Album.objects.filter(" + or + ")").chain().query().steps()).hasSize(1);
    String steps = "Album.objects" + ".filter(a=1)".repeat(20_000);
    assertThat(Parser.parse(steps).chain().query().steps()).hasSize(20_000);
    String strings = "Album.objects.filter(a=" + "'x' ".repeat(100_000) + ")";
    assertThat(Parser.parse(strings).chain().query().steps()).hasSize(1);
  }
}
