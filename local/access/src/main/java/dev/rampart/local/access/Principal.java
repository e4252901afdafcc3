package dev.rampart.local.access;

/** Who makes a request. */
public sealed interface Principal {

  /** Returns what policies name it by. */
  String shown();

  /**
   * A role that a function has taken on, or EventBridge Scheduler for a schedule.
   *
   * @param logicalId of the role in the template
   * @param session the name of the session: that of the function or the schedule
   */
  record Role(String logicalId, String name, String accountId, String session)
      implements Principal {
    /** Returns the ARN of the role. */
    public String arn() {
      return "arn:aws:iam::" + accountId + ":role/" + name;
    }

    @Override
    public String shown() {
      return arn();
    }

    /** Returns the ARN of the session. */
    public String sessionArn() {
      return "arn:aws:sts::" + accountId + ":assumed-role/" + name + "/" + session;
    }
  }

  /**
   * A service of AWS, for the stack.
   *
   * @param name for example {@code events.amazonaws.com}
   */
  record Service(String name) implements Principal {

    @Override
    public String shown() {
      return name;
    }
  }
}
