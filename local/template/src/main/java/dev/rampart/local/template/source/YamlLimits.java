package dev.rampart.local.template.source;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Looks through a YAML text as a row of events, before anything that calls itself for each level
 * sees it.
 */
public final class YamlLimits {
  /** In levels; templates that people write, OpenAPI bodies included, stay below 30. */
  static final int DEPTH_MAX = 100;

  /** In values; CloudFormation's largest template, 1 MB, has about so many of ordinary length. */
  public static final int VALUES_MAX = 50_000;

  private final String file;
  private int depth;
  private int values;

  private YamlLimits(String file) {
    this.file = file;
  }

  /**
   * Checks a text.
   *
   * @throws TemplateException if it nests too deeply, holds too much or has an anchor
   */
  static void check(String file, LoadSettings settings, String text) {
    YamlLimits limits = new YamlLimits(file);
    new Parse(settings).parseString(text).forEach(limits::check);
  }

  private void check(Event event) {
    switch (event.getEventId()) {
      case MappingStart, SequenceStart -> depth++;
      case MappingEnd, SequenceEnd -> depth--;
      default -> {}
    }
    if (depth > DEPTH_MAX) {
      throw fault(event, "the template nests more than " + DEPTH_MAX + " levels deep here");
    }
    if (event instanceof NodeEvent node) {
      check(node);
    }
  }

  private void check(NodeEvent node) {
    if (++values > VALUES_MAX) {
      throw fault(node, "the template holds more than " + VALUES_MAX + " values");
    }
    if (!(node instanceof AliasEvent) && node.getAnchor().isPresent()) {
      throw fault(node, "anchors and aliases are not understood, write the value out");
    }
  }

  private TemplateException fault(Event event, String what) {
    return new TemplateException(file, line(event.getStartMark()), what);
  }

  /** Returns the line of a place, from 1; 0 if the library does not tell it. */
  static int line(Optional<Mark> mark) {
    return mark.map(position -> position.getLine() + 1).orElse(0);
  }
}
