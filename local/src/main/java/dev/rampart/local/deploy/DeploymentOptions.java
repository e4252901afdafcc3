package dev.rampart.local.deploy;

import dev.rampart.local.account.AwsTarget;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which stack is meant, where, and with which parameters. */
public final class DeploymentOptions {
  private static final String DEV = "dev";
  private static final String PRESET = "Preset";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--stage",
      paramLabel = "NAME",
      description = "The stage, in lower case; its stack is rampart-NAME.")
  private @Nullable String stage;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "Limits, retention and alarms: dev, prod or large (default: as deployed; at first dev for"
              + " the stage dev, else prod).")
  private @Nullable String preset;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The AWS region (default: that of the profile or the environment).")
  private @Nullable String region;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "The profile of the AWS configuration (default: that of the environment).")
  private @Nullable String profile;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A parameter of the template; may be repeated. What is not set stays as it is deployed.")
  private Map<String, String> set = new LinkedHashMap<>();

  boolean hasStage() {
    return stage != null;
  }

  String stage() {
    return stage == null ? DEV : stage;
  }

  String stack() {
    return "rampart-" + stage();
  }

  /**
   * Returns who asks, and where.
   *
   * @throws IllegalArgumentException if nothing names a region
   */
  AwsTarget target() {
    return AwsTarget.of(Optional.ofNullable(region), Optional.ofNullable(profile));
  }

  /**
   * Returns the values of parameters that are not the template's own: those of the deployment
   * before, which SAM keeps, too, with what was typed in their place.
   *
   * @param deployed the values that the stack has; none if it is new
   * @throws ParameterException if one is set that has an option of its own
   * @throws dev.rampart.local.template.source.TemplateException if one is not as the template wants
   *     it
   */
  Map<String, String> parameters(Template template, Map<String, String> deployed) {
    List.of("Stage", PRESET).forEach(this::requireNotSet);
    Map<String, String> parameters = new LinkedHashMap<>(deployed);
    // What the template no longer knows goes with the update.
    parameters.keySet().removeIf(name -> !template.section("Parameters").has(name));
    parameters.put("Stage", stage());
    parameters.putIfAbsent(PRESET, defaultPreset());
    if (preset != null) {
      parameters.put(PRESET, preset);
    }
    parameters.putAll(set);
    var _ = template.stack(PseudoParameters.local(stack()), parameters, Map.of());
    return parameters;
  }

  /** The options choose more than the parameter: the stack's name, the preset of a stage. */
  private void requireNotSet(String parameter) {
    if (set.containsKey(parameter)) {
      throw new ParameterException(
          command.commandLine(),
          "--set %s=%s: say --%s %2$s instead"
              .formatted(parameter, set.get(parameter), parameter.toLowerCase(Locale.ROOT)));
    }
  }

  /**
   * Refuses these options for a command that was told to do what they have no effect on.
   *
   * @param reason why, as the end of a sentence
   * @throws ParameterException if one of them was typed
   */
  public void requireNone(String reason) {
    Stream.of(
            Map.entry("--stage", stage != null),
            Map.entry("--preset", preset != null),
            Map.entry("--region", region != null),
            Map.entry("--profile", profile != null),
            Map.entry("--set", !set.isEmpty()))
        .filter(Map.Entry::getValue)
        .findFirst()
        .ifPresent(
            typed -> {
              throw new ParameterException(command.commandLine(), typed.getKey() + " " + reason);
            });
  }

  private String defaultPreset() {
    return stage().equals(DEV) ? DEV : "prod";
  }
}
