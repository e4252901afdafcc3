/** Findings in the words of the Open Cybersecurity Schema Framework (OCSF). */
@NullMarked
package dev.rampart.adapter.out.eventbridge.ocsf;

import org.jspecify.annotations.NullMarked;
