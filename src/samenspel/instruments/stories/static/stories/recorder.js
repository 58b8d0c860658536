/* Recording in the browser, for who has a browser that can. Without it the field takes a file, as ever. */
(() => {
  "use strict";
  const words = document.querySelector("[data-recorder]");
  const field = words && document.querySelector(`input[type=file][data-record="${words.dataset.recorder}"]`);
  if (!field || !window.MediaRecorder || !navigator.mediaDevices || !window.DataTransfer) return;
  const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
  const kind = KINDS.find((k) => MediaRecorder.isTypeSupported(k));
  if (!kind) return;
  const LONGEST = 10 * 60 * 1000;
  const box = document.createElement("div");
  const button = document.createElement("button");
  const said = document.createElement("p");
  const player = document.createElement("audio");
  let recorder = null, clock = 0;
  box.className = "recorder stack-space";
  button.type = "button";
  button.className = "button quiet utrecht-button utrecht-button--secondary-action";
  button.textContent = words.dataset.start;
  said.setAttribute("role", "status");
  player.controls = true;
  player.hidden = true;
  player.className = "player";
  player.setAttribute("aria-label", words.dataset.listen);
  box.append(button, said, player);
  field.before(box);

  const keep = (parts) => {
    const plain = kind.split(";")[0];
    const blob = new Blob(parts, { type: plain });
    const file = new File([blob], `opname.${plain.split("/")[1].replace("mp4", "m4a")}`, { type: plain });
    const carry = new DataTransfer();
    carry.items.add(file);
    field.files = carry.files;
    if (player.src) URL.revokeObjectURL(player.src);
    player.src = URL.createObjectURL(blob);
    player.hidden = false;
    button.textContent = words.dataset.again;
    said.textContent = words.dataset.done;
  };

  const begin = async () => {
    let voice;
    try {
      voice = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch (refused) {
      said.textContent = words.dataset.none;
      return;
    }
    const parts = [];
    recorder = new MediaRecorder(voice, { mimeType: kind, audioBitsPerSecond: 32000 });
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => {
      clearTimeout(clock);
      voice.getTracks().forEach((track) => track.stop());
      recorder = null;
      keep(parts);
    });
    recorder.start();
    clock = setTimeout(() => recorder && recorder.stop(), LONGEST);
    button.textContent = words.dataset.stop;
    said.textContent = words.dataset.busy;
  };
  button.addEventListener("click", () => (recorder ? recorder.stop() : begin()));
})();
