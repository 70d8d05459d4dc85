import { html, type Html } from "../pages/html";
import { roleWords, type Person } from "../people/Person";

/** Who signs in, and whether with a second factor; the part both sign-in pages share. */
export function personChoice(people: readonly Person[], preferred: string | null): Html {
  const chosen = people.find(({ name }) => name === preferred) ?? people[0];
  return html`<fieldset>
      <legend>Who signs in?</legend>
      ${people.map(
        (person) =>
          html`<label
            ><input type="radio" name="person" value="${person.name}" ${person === chosen ? checked : null} />
            <span
              >${person.displayName}<br /><small
                >${person.name} · ${person.roles.map((role) => roleWords[role]).join(", ") || "no role"}</small
              ></span
            >
          </label>`,
      )}
    </fieldset>
    <label><input type="checkbox" name="mfa" ${checked} /> <span>Passes multi-factor authentication</span></label>
    <p>
      <button name="decision" value="accept">Accept</button>
      <button class="quiet" name="decision" value="decline">Decline</button>
    </p>`;
}

const checked = html`checked`;
