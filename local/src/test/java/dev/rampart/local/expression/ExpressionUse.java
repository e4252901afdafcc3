package dev.rampart.local.expression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A place in a compiled class that makes a regular expression of a text.
 *
 * @param type the name of the class
 * @param text the expression; empty if it is not a constant at the call
 * @param searches whether the class may look for it anywhere in a text
 */
record ExpressionUse(String type, Optional<String> text, boolean searches) {
  private static final String PATTERN = "java/util/regex/Pattern";
  private static final String MATCHER = "java/util/regex/Matcher";
  private static final String STRING = "java/lang/String";
  private static final Set<String> SEARCHES_OF_STRING =
      Set.of("replaceAll", "replaceFirst", "split", "splitWithDelimiters");
  private static final Set<String> SEARCHES =
      Set.of(
          MATCHER + ".find",
          MATCHER + ".results",
          MATCHER + ".replaceAll",
          MATCHER + ".replaceFirst",
          PATTERN + ".split",
          PATTERN + ".splitWithDelimiters",
          PATTERN + ".splitAsStream",
          PATTERN + ".asPredicate");

  /** Finds the uses in a class file. */
  static List<ExpressionUse> in(Path file) {
    try {
      return in(ClassFile.of().parse(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ExpressionUse> in(ClassModel model) {
    String type = model.thisClass().asInternalName().replace('/', '.');
    boolean searches =
        code(model).anyMatch(one -> one instanceof InvokeInstruction call && isSearch(call));
    List<ExpressionUse> uses = new ArrayList<>();
    List<Instruction> before = new ArrayList<>();
    code(model)
        .forEach(
            one -> {
              if (one instanceof InvokeInstruction call && takesExpression(call)) {
                boolean anywhere =
                    call.owner().asInternalName().equals(STRING)
                        ? SEARCHES_OF_STRING.contains(call.name().stringValue())
                        : searches;
                uses.add(new ExpressionUse(type, constant(call, before), anywhere));
              }
              before.add(one);
            });
    return List.copyOf(uses);
  }

  private static Stream<Instruction> code(ClassModel model) {
    return model.methods().stream()
        .map(MethodModel::code)
        .flatMap(Optional::stream)
        .flatMap(code -> code.elementStream())
        .filter(CodeElement.class::isInstance)
        .filter(Instruction.class::isInstance)
        .map(Instruction.class::cast);
  }

  private static boolean isSearch(InvokeInstruction call) {
    return SEARCHES.contains(call.owner().asInternalName() + "." + call.name().stringValue());
  }

  private static boolean takesExpression(InvokeInstruction call) {
    String name = call.name().stringValue();
    return switch (call.owner().asInternalName()) {
      case PATTERN -> name.equals("compile") || name.equals("matches");
      case STRING -> name.equals("matches") || SEARCHES_OF_STRING.contains(name);
      default -> false;
    };
  }

  /** The expression is the first parameter; those after it have to be constants as well. */
  private static Optional<String> constant(InvokeInstruction call, List<Instruction> before) {
    boolean ofText = call.name().stringValue().equals("matches") && !isOfString(call);
    int back = ofText ? 2 : call.typeSymbol().parameterCount();
    int at = before.size() - back;
    return at >= 0
            && before.get(at) instanceof ConstantInstruction constant
            && constant.constantValue() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private static boolean isOfString(InvokeInstruction call) {
    return call.owner().asInternalName().equals(STRING);
  }
}
