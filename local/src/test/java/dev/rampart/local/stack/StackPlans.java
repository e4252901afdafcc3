package dev.rampart.local.stack;

import dev.rampart.local.firewall.location.AddressLocations;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.nio.file.Path;
import java.util.Map;

/** Plans of templates, with the jars of this repository. */
final class StackPlans {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", "."));

  private StackPlans() {}

  /** Returns the plan of a template, whose faults name the file {@code t.yaml}. */
  static StackPlan ofTemplate(String text) {
    return of(Template.read("t.yaml", text));
  }

  /** Returns the plan of a template. */
  static StackPlan of(Template template) {
    return of(template, Map.of());
  }

  /** Returns the plan of a template with some parameters. */
  static StackPlan of(Template template, Map<String, String> parameters) {
    Stack read = template.stack(parameters);
    UserPool pool = UserPool.of(read, BlobStore.inMemory());
    return StackPlan.of(read.with(pool.physical()), pool.ids(), ROOT, AddressLocations.none());
  }
}
