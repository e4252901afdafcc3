package dev.rampart.adapter.out.eventbridge.ocsf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** The techniques of MITRE ATT&amp;CK that detectors refer to, under the tactic they serve here. */
enum AttackTechnique {
  ACTIVE_SCANNING(Tactic.RECONNAISSANCE, "T1595", "Active Scanning"),
  VULNERABILITY_SCANNING(Tactic.RECONNAISSANCE, "T1595.002", "Vulnerability Scanning"),
  WORDLIST_SCANNING(Tactic.RECONNAISSANCE, "T1595.003", "Wordlist Scanning"),
  VALID_ACCOUNTS(Tactic.INITIAL_ACCESS, "T1078", "Valid Accounts"),
  BRUTE_FORCE(Tactic.CREDENTIAL_ACCESS, "T1110", "Brute Force"),
  PASSWORD_GUESSING(Tactic.CREDENTIAL_ACCESS, "T1110.001", "Password Guessing"),
  CREDENTIAL_STUFFING(Tactic.CREDENTIAL_ACCESS, "T1110.004", "Credential Stuffing"),
  ALTERNATE_MATERIAL(Tactic.LATERAL_MOVEMENT, "T1550", "Use Alternate Authentication Material"),
  APPLICATION_ACCESS_TOKEN(Tactic.LATERAL_MOVEMENT, "T1550.001", "Application Access Token"),
  ENDPOINT_DENIAL_OF_SERVICE(Tactic.IMPACT, "T1499", "Endpoint Denial of Service");

  /** The release of ATT&amp;CK that the names are of. */
  private static final String ATTACK_VERSION = "17.0";

  private final Tactic tactic;
  private final String id;
  private final String title;

  AttackTechnique(Tactic tactic, String id, String title) {
    this.tactic = tactic;
    this.id = id;
    this.title = title;
  }

  /**
   * Returns the technique of an id such as {@code T1110.004}.
   *
   * @throws IllegalArgumentException if no detector refers to it
   */
  static AttackTechnique of(String id) {
    return Arrays.stream(values())
        .filter(technique -> technique.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no technique of ATT&CK here: " + id));
  }

  /** Writes an {@code attack} object: a sub-technique comes with the technique it belongs to. */
  void write(ObjectNode attack) {
    attack.put("version", ATTACK_VERSION);
    attack.putObject("tactic").put("uid", tactic.id).put("name", tactic.title);
    int dot = id.indexOf('.');
    AttackTechnique technique = dot < 0 ? this : of(id.substring(0, dot));
    attack.putObject("technique").put("uid", technique.id).put("name", technique.title);
    if (dot >= 0) {
      attack.putObject("sub_technique").put("uid", id).put("name", title);
    }
  }

  /** What an attacker is after with a technique. */
  private enum Tactic {
    RECONNAISSANCE("TA0043", "Reconnaissance"),
    INITIAL_ACCESS("TA0001", "Initial Access"),
    CREDENTIAL_ACCESS("TA0006", "Credential Access"),
    LATERAL_MOVEMENT("TA0008", "Lateral Movement"),
    IMPACT("TA0040", "Impact");

    private final String id;
    private final String title;

    Tactic(String id, String title) {
      this.id = id;
      this.title = title;
    }
  }
}
