package dev.rampart.local.tables.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.Type;
import dev.rampart.local.tables.value.Value;
import dev.rampart.local.tables.value.WorkBudget;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionTest {
  private static final Item ITEM =
      new Item(
          Map.of(
              "txt", Value.of("hello"),
              "n", Value.of(5),
              "ls", new Value.Elements(List.of(Value.of(1), Value.of(2), Value.of(3))),
              "m", Value.of(Map.of("deep", Value.of("deep"))),
              "tags", Value.Many.of(Type.SS, List.of(Value.of("a"), Value.of("b")))));
  private static final Map<String, Value> VALUES =
      Map.of(
          ":five", Value.of(5),
          ":one", Value.of(1),
          ":nine", Value.of(9),
          ":he", Value.of("he"),
          ":a", Value.of("a"),
          ":S", Value.of("S"),
          ":list", new Value.Elements(List.of(Value.of(4))),
          ":set", Value.Many.of(Type.SS, List.of(Value.of("b"), Value.of("c"))));

  private static boolean holds(String condition) {
    return ConditionExpression.read(
            "ConditionExpression",
            condition,
            new Placeholders(Map.of("#n", "n"), VALUES, new WorkBudget()))
        .holds(ITEM);
  }

  private static Item update(String update) {
    return UpdateExpression.read(
            update, new Placeholders(Map.of("#n", "n"), VALUES, new WorkBudget()))
        .apply(ITEM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n = :five | true",
        "n <> :five | false",
        "gone <> :five | true",
        "gone = :five | false",
        "NOT gone = :five | true",
        "#n BETWEEN :one AND :nine | true",
        "#n between :one and :nine AND txt = :he | false",
        "n IN (:one, :five) | true",
        "n < :he | false",
        "txt = :he OR n = :five AND n = :one | false",
        "(txt = :he OR n = :five) AND n >= :five | true",
        "begins_with(txt, :he) | true",
        "begins_with(n, :he) | false",
        "contains(tags, :a) AND NOT contains(tags, :he) | true",
        "contains(ls, :one) | true",
        "attribute_exists(m.deep) and attribute_not_exists(m.none2) | true",
        "attribute_type(txt, :S) | true",
        "size(ls) > :one | true",
        "size(txt) = :five | true",
        "ls[0] = :one | true",
        "ls[7] = :one | false",
      })
  void a_condition_holds_or_not(String condition, boolean expected) {
    assertThat(holds(condition)).isEqualTo(expected);
  }

  @Test
  void operands_are_taken_from_the_item_before_the_update() {
    Item item = update("SET n = n + :one, cp = n, ls = list_append(ls, :list)");

    assertThat(item.get("n")).contains(Value.of(6));
    assertThat(item.get("cp")).contains(Value.of(5));
    assertThat(item.get("ls"))
        .contains(new Value.Elements(List.of(Value.of(1), Value.of(2), Value.of(3), Value.of(4))));
  }

  @Test
  void sets_grow_shrink_and_vanish() {
    assertThat(update("ADD tags :set").get("tags"))
        .contains(Value.Many.of(Type.SS, List.of(Value.of("a"), Value.of("b"), Value.of("c"))));
    assertThat(update("DELETE tags :set").get("tags"))
        .contains(Value.Many.of(Type.SS, List.of(Value.of("a"))));
    assertThat(update("ADD fresh :set").get("fresh")).isPresent();
    assertThat(update("DELETE absent :set").get("absent")).isEmpty();
  }

  @Test
  void positions_of_a_list_count_before_the_update() {
    assertThat(update("REMOVE ls[0], ls[1]").get("ls"))
        .contains(new Value.Elements(List.of(Value.of(3))));
    assertThat(update("SET ls[9] = :nine").get("ls"))
        .contains(new Value.Elements(List.of(Value.of(1), Value.of(2), Value.of(3), Value.of(9))));
  }

  @Test
  void a_default_is_taken_only_where_the_attribute_is_gone() {
    assertThat(update("SET n = if_not_exists(n, :nine)").get("n")).contains(Value.of(5));
    assertThat(update("SET z = if_not_exists(z, :nine) + :one").get("z")).contains(Value.of(10));
  }

  @Test
  void a_projection_keeps_the_wanted_parts() {
    Item projected =
        Projection.read(
                "m.deep, ls[2], ls[0], nope",
                new Placeholders(Map.of(), Map.of(), new WorkBudget()))
            .of(ITEM);

    assertThat(projected)
        .isEqualTo(
            new Item(
                Map.of(
                    "m",
                    Value.of(Map.of("deep", Value.of("deep"))),
                    "ls",
                    new Value.Elements(List.of(Value.of(1), Value.of(3))))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "n = | Syntax error; token: \"<EOF>\", near: \"=\"",
        "n = :five) | Syntax error; token: \")\", near: \":five)\"",
        "n ! :five | Syntax error; token: \"!\", near: \"n ! :five\"",
        "((n = :five)) | The expression has redundant parentheses;",
        "size = :five | Attribute name is a reserved keyword; reserved keyword: size",
        "foo(n) | Invalid function name; function: foo",
        "n = contains(n, :one) | The function is not allowed to be used this way in an expression;"
            + " function: contains",
        "size(n) | The function is not allowed to be used this way in an expression; function:"
            + " size",
        "#x = :five | An expression attribute name used in the document path is not defined;"
            + " attribute name: #x",
        "n = :x | An expression attribute value used in expression is not defined; attribute value:"
            + " :x",
        "contains(n) | Incorrect number of operands for operator or function; operator or function:"
            + " contains, number of operands: 1",
        "n = n | The first operand must be distinct from the remaining operands for this operator"
            + " or function; operator: =, first operand: [n]",
        "attribute_exists(:one) | Operator or function requires a document path; operator or"
            + " function: attribute_exists",
        "begins_with(n, :one) | Incorrect operand type for operator or function; operator or"
            + " function: begins_with, operand type: N",
        "attribute_type(n, :he) | Invalid attribute type name found; type: he, valid types:"
            + " {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
        "n BETWEEN :nine AND :one | The BETWEEN operator requires upper bound to be greater than or"
            + " equal to lower bound; lower bound operand: AttributeValue: {N:9}, upper bound"
            + " operand: AttributeValue: {N:1}",
        "n BETWEEN :one AND :he | The BETWEEN operator requires same data type for lower and upper"
            + " bounds; lower bound operand: AttributeValue: {N:1}, upper bound operand:"
            + " AttributeValue: {S:he}",
      })
  void a_broken_condition_is_told_as_dynamodb_tells_it(String condition, String reason) {
    assertRefused("Invalid ConditionExpression: " + reason, () -> holds(condition));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SET | Syntax error; token: \"<EOF>\", near: \"SET\"",
        "SET a = :one, | Syntax error; token: \"<EOF>\", near: \",\"",
        "SET a = n * :one | Syntax error; token: \"*\", near: \"n * :one\"",
        "SET a = :one SET b = :one | The \"SET\" section can only be used once in an update"
            + " expression;",
        "SET a = :one REMOVE a | Two document paths overlap with each other; must remove or rewrite"
            + " one of these paths; path one: [a], path two: [a]",
        "SET m.x = :one, m[0] = :one | Two document paths conflict with each other; must remove or"
            + " rewrite one of these paths; path one: [m, x], path two: [m, [0]]",
        "SET m = :one, m.x = :one | Two document paths overlap with each other; must remove or"
            + " rewrite one of these paths; path one: [m], path two: [m, x]",
        "ADD n :he | Incorrect operand type for operator or function; operator: ADD, operand type:"
            + " STRING",
        "DELETE n :one | Incorrect operand type for operator or function; operator: DELETE, operand"
            + " type: NUMBER",
        "SET a = list_append(ls, :one) | Incorrect operand type for operator or function;"
            + " operator or function: list_append, operand type: N",
        "SET a = if_not_exists(:one, :one) | Operator or function requires a document path;"
            + " operator or function: if_not_exists",
        "SET a = size(n) | Invalid function name; function: size",
        "SET a = n + :he | Incorrect operand type for operator or function; operator or function:"
            + " +, operand type: S",
      })
  void a_broken_update_is_told_as_dynamodb_tells_it(String update, String reason) {
    assertRefused("Invalid UpdateExpression: " + reason, () -> update(update));
  }

  @Test
  void an_update_that_does_not_fit_the_item_is_refused() {
    assertRefused(
        "The document path provided in the update expression is invalid for update",
        () -> update("SET nope.x = :one"));
    assertRefused(
        "The provided expression refers to an attribute that does not exist in the item",
        () -> update("SET a = nope + :one"));
    assertRefused(
        "An operand in the update expression has an incorrect data type",
        () -> update("SET a = txt + :one"));
    assertRefused(
        "An operand in the update expression has an incorrect data type",
        () -> update("ADD txt :one"));
  }

  @Test
  void expressions_end_at_300_operators_and_4_kilobytes() {
    String short300 = "n=:five" + " OR n=:five".repeat(149);
    String long301 = short300 + " OR n=:five";
    String big = "n = :five" + " ".repeat(4096 - 9);

    assertThat(holds(short300)).isTrue();
    assertRefused(
        "Invalid ConditionExpression: The expression contains too many operators; operator count:"
            + " 301",
        () -> holds(long301));
    assertThat(holds(big)).isTrue();
    assertRefused(
        "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size;"
            + " expression size: 4097",
        () -> holds(big + " "));
  }

  @Test
  void hostile_nesting_is_refused_not_followed() {
    assertThatExceptionOfType(AwsError.class).isThrownBy(() -> holds("(".repeat(4000)));
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> holds("(n=:five OR ".repeat(250) + "n=:five" + ")".repeat(250)));
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> update("SET a = " + "(".repeat(4000)));
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> update("SET a = " + "list_append(".repeat(330)));
    assertThatExceptionOfType(AwsError.class).isThrownBy(() -> holds("NOT ".repeat(1000)));
  }

  private static void assertRefused(String message, ThrowingCallable call) {
    assertThatExceptionOfType(AwsError.class).isThrownBy(call).withMessage(message);
  }
}
