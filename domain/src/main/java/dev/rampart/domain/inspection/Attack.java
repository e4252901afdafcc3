package dev.rampart.domain.inspection;

/** A class of injection. */
public enum Attack {
  SQLI("sqli", "SQL injection"),
  XSS("xss", "cross-site scripting"),
  CMDI("cmdi", "command injection"),
  PATH("path", "path traversal"),
  NOSQL("nosql", "NoSQL operator injection"),
  LDAP("ldap", "LDAP filter injection"),
  SSTI("ssti", "template or expression injection"),
  JNDI("jndi", "JNDI lookup"),
  XXE("xxe", "XML external entity"),
  SSRF("ssrf", "request to an internal address"),
  /** Header splitting, prototype pollution and the like. */
  OTHER("other", "another kind of injection");

  private final String wireName;
  private final String title;

  Attack(String wireName, String title) {
    this.wireName = wireName;
    this.title = title;
  }

  /** Returns the name in events, logs and the command line's output. */
  public String wireName() {
    return wireName;
  }

  /** Returns the name for people. */
  public String title() {
    return title;
  }
}
