package dev.rampart.local.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.generate.GeneratedBlock;
import dev.rampart.local.run.Home;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Writes a generated part of template.yaml, or says that it is not what it should be. */
final class GeneratedPart {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--check",
      description = "Write nothing; exit with 1 if the template says something else.")
  private boolean check;

  /** Makes the part from the text of the template. */
  @FunctionalInterface
  interface Generator {
    ObjectNode generate(String template) throws IOException;
  }

  /** Writes what follows from the other resources of the template. */
  int writeResources(GeneratedBlock block, Function<Template, ObjectNode> generator)
      throws IOException {
    return write(
        block, text -> generator.apply(Template.read("template.yaml", block.without(text))));
  }

  int write(GeneratedBlock block, Generator generator) throws IOException {
    Path file = Home.root().resolve("template.yaml");
    String text = Files.readString(file);
    String wanted = block.replace(text, generator.generate(text));
    int line = GeneratedBlock.firstDifference(text, wanted);
    if (line == 0) {
      return 0;
    }
    if (check) {
      spec.commandLine()
          .getErr()
          .println(
              "template.yaml:%d: this line is not what it is generated from; run %s"
                  .formatted(line, block.command()));
      return 1;
    }
    Files.writeString(file, wanted);
    return 0;
  }
}
