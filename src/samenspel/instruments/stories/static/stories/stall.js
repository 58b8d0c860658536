/* A stall without a line: what was written stays in this browser and is sent once there is one. Each story carries its
   own token, so the server keeps it once, however often it is sent. Without this script the form just sends. */
(() => {
  "use strict";
  const box = document.querySelector("[data-stall]");
  const form = box && document.querySelector("form.form");
  const list = box && box.querySelector("[data-list]");
  const said = box && box.querySelector("[data-said]");
  if (!form || !window.fetch || !window.crypto || !crypto.getRandomValues) return;
  const KEY = `samenspel:${location.pathname}`;
  const AGAIN = 20000;
  const NOT_KEPT = new Set(["csrfmiddlewaretoken", "once"]);
  let busy = false;
  try {
    localStorage.setItem(`${KEY}?`, "1");
    localStorage.removeItem(`${KEY}?`);
  } catch (refused) {
    return;
  }
  const read = () => JSON.parse(localStorage.getItem(KEY) || "[]");
  const write = (drafts) => localStorage.setItem(KEY, JSON.stringify(drafts));
  const forget = (once) => write(read().filter((draft) => draft.once !== once));
  const mark = (once, wrong) => write(read().map((d) => (d.once === once ? { ...d, wrong } : d)));
  const token = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(15)), (n) => n.toString(16).padStart(2, "0")).join("");
  const line = (text, act) => {
    const item = document.createElement("li");
    item.dir = "auto";
    item.append(text);
    if (act) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button quiet utrecht-button utrecht-button--secondary-action";
      button.textContent = box.dataset.mend;
      button.addEventListener("click", act);
      item.append(" ", button);
    }
    return item;
  };

  const draw = () => {
    const drafts = read();
    box.hidden = false;
    box.querySelector("[data-waiting]").hidden = !drafts.length;
    list.replaceChildren(
      ...drafts.map((draft) => {
        const words = (draft.fields.find(([name]) => name === "words") || ["", ""])[1].slice(0, 60);
        return draft.wrong ? line(`${words} … ${draft.wrong}`, () => mend(draft)) : line(`${words} …`);
      }),
    );
  };

  const mend = (draft) => {
    for (const [name, value] of draft.fields) {
      for (const field of form.querySelectorAll(`[name="${name}"]`)) {
        if (field.type === "checkbox" || field.type === "radio") field.checked = field.value === value;
        else field.value = value;
      }
    }
    forget(draft.once);
    draw();
    form.querySelector("textarea").focus();
  };

  const post = async (draft) => {
    const body = new FormData();
    draft.fields.forEach(([name, value]) => body.append(name, value));
    body.append("once", draft.once);
    body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    const answer = await fetch(location.pathname, {
      method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "error",
    });
    const told = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : null;
    if (answer.status === 201 && told) {
      forget(draft.once);
      said.textContent = `${box.dataset.kept} ${told.code}. ${box.dataset.word} ${told.word}`;
    } else if (answer.status === 422 && told) {
      mark(draft.once, told.errors.join(" "));
    } else {
      throw new Error(String(answer.status));
    }
  };

  const sendAll = async () => {
    if (busy) return;
    busy = true;
    for (const draft of read().filter((d) => !d.wrong)) {
      try {
        await post(draft);
      } catch (lost) {
        said.textContent = box.dataset.later;
        break;
      }
    }
    busy = false;
    draw();
  };

  form.addEventListener("submit", (event) => {
    const words = form.querySelector("textarea[name=words]");
    if (!words.value.trim()) return; // the server says what is missing
    event.preventDefault();
    const fields = [...new FormData(form)].filter(([name, value]) => !NOT_KEPT.has(name) && typeof value === "string");
    write([...read(), { once: token(), fields }]);
    for (const name of ["words", "name", "contact"]) {
      const field = form.querySelector(`[name="${name}"]`);
      if (field) field.value = "";
    }
    for (const name of ["may_show", "may_quote", "read_back", "carer_agrees"]) {
      const field = form.querySelector(`[name="${name}"]`);
      if (field) field.checked = false;
    }
    const age = form.querySelector("[name=age_group]");
    if (age) age.value = "";
    said.textContent = box.dataset.here;
    draw();
    words.focus();
    sendAll();
  });
  box.querySelector("[data-send]").addEventListener("click", sendAll);
  window.addEventListener("online", sendAll);
  setInterval(() => read().some((d) => !d.wrong) && navigator.onLine && sendAll(), AGAIN);
  draw();
  sendAll();
})();
