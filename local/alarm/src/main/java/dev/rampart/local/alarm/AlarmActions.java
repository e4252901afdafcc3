package dev.rampart.local.alarm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What alarms do. Called while alarms are evaluated, so it must not wait for anything. */
public interface AlarmActions {
  /**
   * Publishes on a topic.
   *
   * @param alarmArn of the alarm whose action it is
   * @param message for programs
   * @param mail for people
   * @return why the topic does not take it; empty if it does
   */
  Optional<String> publish(
      String alarmArn, String topicArn, String subject, String message, String mail);

  /**
   * Puts an event on the default bus.
   *
   * @param alarmArn the resource of the event
   */
  void event(String alarmArn, ObjectNode detail);

  /** An alarm came to another state. */
  void changed(StateChange change);
}
