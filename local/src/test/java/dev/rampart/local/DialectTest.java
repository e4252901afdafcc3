package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One dialect of Java: a local variable says its type. {@code var} stands in the patterns of
 * records, whose type is beside them, and for what is not used.
 */
@Tag("house")
final class DialectTest {

  @Test
  void local_variables_say_their_type() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : JavaFiles.all()) {
      for (String variable : inferred(Files.readString(file))) {
        found.add(Modules.ROOT.relativize(file) + ": " + variable);
      }
    }
    assertThat(found).as("local variables declared with var").isEmpty();
  }

  @Test
  void an_inferred_type_is_noticed_unless_it_is_in_a_pattern_or_unused() throws IOException {
    String source =
        """
        class A {
          record Pair(int a, int b) {}
          void a(Object o) {
            var one = 1;
            for (var each : new int[] {2}) {}
            var _ = o.hashCode();
            if (o instanceof Pair(var x, var y)) {}
          }
        }
        """;

    assertThat(inferred(source)).containsExactly("one", "each");
  }

  private static List<String> inferred(String source) throws IOException {
    List<String> names = new ArrayList<>();
    TreePathScanner<Void, Void> scanner =
        new TreePathScanner<>() {
          @Override
          public Void visitVariable(VariableTree variable, Void nothing) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            if (variable.getType() == null
                && !variable.getName().isEmpty()
                && !(parent instanceof BindingPatternTree)
                && !(parent instanceof LambdaExpressionTree)) {
              names.add(variable.getName().toString());
            }
            return super.visitVariable(variable, null);
          }
        };
    for (CompilationUnitTree unit : parsed(source)) {
      scanner.scan(unit, null);
    }
    return names;
  }

  private static Iterable<? extends CompilationUnitTree> parsed(String source) throws IOException {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, null, null, List.of(file));
    return task.parse();
  }
}
