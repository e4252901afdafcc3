/** What the template says about the pool, its clients, scopes, groups and domain, as types. */
@NullMarked
package dev.rampart.local.identity.settings;

import org.jspecify.annotations.NullMarked;
