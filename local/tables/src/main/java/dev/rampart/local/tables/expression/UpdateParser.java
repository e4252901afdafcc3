package dev.rampart.local.tables.expression;

import dev.rampart.local.tables.expression.ExpressionProblems.Kind;
import dev.rampart.local.tables.expression.Node.Operand;
import dev.rampart.local.tables.expression.path.Path;
import dev.rampart.local.tables.value.Type;
import dev.rampart.local.tables.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads update expressions by recursive descent. */
final class UpdateParser {
  private static final List<String> SECTIONS = List.of("SET", "REMOVE", "ADD", "DELETE");

  private final TokenReader cursor;
  private final Placeholders names;
  private final PathSet paths;
  private final List<Action> actions = new ArrayList<>();
  private final Set<String> sections = new HashSet<>();

  UpdateParser(String text, Placeholders names) {
    this.cursor = new TokenReader(text, names);
    this.names = names;
    this.paths = new PathSet(cursor.problems());
  }

  UpdateExpression parse() {
    do {
      section();
    } while (cursor.peek().kind() != ExpressionToken.Kind.END);
    cursor.problems().raise();
    return new UpdateExpression(actions, names.work());
  }

  private void section() {
    String section = cursor.peek().text().toUpperCase(Locale.ROOT);
    if (cursor.peek().kind() != ExpressionToken.Kind.WORD || !SECTIONS.contains(section)) {
      throw cursor.syntax();
    }
    cursor.next();
    if (!sections.add(section)) {
      cursor
          .problems()
          .add(
              Kind.SECTION,
              "The \"" + section + "\" section can only be used once in an update expression;");
    }
    do {
      actions.add(action(section));
    } while (cursor.take(","));
  }

  private Action action(String section) {
    cursor.countOperator();
    Path path = path();
    return switch (section) {
      case "SET" -> {
        cursor.require("=");
        Path target = paths.add(path);
        yield new Action.Set(target, value());
      }
      case "REMOVE" -> new Action.Remove(paths.add(path));
      case "ADD" -> {
        Value value = cursor.value();
        requireType(section, value, EnumSet.of(Type.N, Type.SS, Type.NS, Type.BS));
        yield new Action.Add(paths.add(path), value);
      }
      default -> {
        Value value = cursor.value();
        requireType(section, value, EnumSet.of(Type.SS, Type.NS, Type.BS));
        yield new Action.Delete(paths.add(path), value);
      }
    };
  }

  private Path path() {
    if (SECTIONS.stream().anyMatch(cursor.peek()::isWord)) {
      throw cursor.syntax();
    }
    return cursor.path();
  }

  private Operand value() {
    Operand left = operand();
    if (cursor.take("+")) {
      return arithmetic("+", left, operand());
    }
    if (cursor.take("-")) {
      return arithmetic("-", left, operand());
    }
    return left;
  }

  private Operand arithmetic(String symbol, Operand left, Operand right) {
    cursor.countOperator();
    requireOperands(symbol, List.of(left, right), Type.N);
    return symbol.equals("+") ? new Operand.Sum(left, right) : new Operand.Difference(left, right);
  }

  private Operand operand() {
    ExpressionToken token = cursor.peek();
    if (token.is("(")) {
      cursor.enterGroup();
      Operand inner = value();
      cursor.leaveGroup();
      return inner;
    }
    if (cursor.atValue()) {
      return new Operand.Constant(cursor.value());
    }
    if (token.kind() == ExpressionToken.Kind.WORD && cursor.peekSecond().is("(")) {
      cursor.next();
      return call(token.text());
    }
    return new Operand.At(path());
  }

  private Operand call(String name) {
    cursor.countOperator();
    cursor.require("(");
    List<Operand> operands = new ArrayList<>();
    do {
      operands.add(operand());
    } while (cursor.take(","));
    cursor.require(")");
    if (!name.equals("if_not_exists") && !name.equals("list_append")) {
      return broken(Kind.FUNCTION_NAME, "Invalid function name; function: " + name);
    }
    if (operands.size() != 2) {
      return broken(
          Kind.OPERAND_TYPE,
          "Incorrect number of operands for operator or function; operator or function: %s, number of operands: %d"
              .formatted(name, operands.size()));
    }
    return name.equals("list_append") ? listAppend(operands) : ifNotExists(operands);
  }

  private Operand listAppend(List<Operand> operands) {
    requireOperands("list_append", operands, Type.L);
    return new Operand.ListAppend(operands.getFirst(), operands.getLast());
  }

  private Operand ifNotExists(List<Operand> operands) {
    if (operands.getFirst() instanceof Operand.At(Path path)) {
      return new Operand.IfNotExists(path, operands.getLast());
    }
    return broken(
        Kind.OPERAND_TYPE,
        "Operator or function requires a document path; operator or function: if_not_exists");
  }

  private void requireOperands(String name, List<Operand> operands, Type type) {
    for (Operand operand : operands) {
      Optional<Type> actual = ConditionParser.constant(operand).map(Value::type);
      if (actual.isPresent() && actual.get() != type) {
        cursor
            .problems()
            .add(
                Kind.OPERAND_TYPE,
                "Incorrect operand type for operator or function; operator or function: %s,"
                        .formatted(name)
                    + " operand type: "
                    + actual.get());
      }
    }
  }

  private void requireType(String section, Value value, Set<Type> allowed) {
    if (!allowed.contains(value.type())) {
      cursor
          .problems()
          .add(
              Kind.OPERAND_TYPE,
              "Incorrect operand type for operator or function; operator: %s, operand type: %s"
                  .formatted(section, value.type().longName()));
    }
  }

  private Operand broken(Kind kind, String message) {
    cursor.problems().add(kind, message);
    return new Node.Broken();
  }
}
