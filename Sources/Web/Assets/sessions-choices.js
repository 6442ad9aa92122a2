// Draws the lists of the session form from what the phone keeps, the same with and without a network.
self.loaChoices = (() => {
    const language = document.documentElement.lang === "vi" ? "vi" : "en";
    const t = (vietnamese, english) => (language === "vi" ? vietnamese : english);
    const named = (name) => name?.[language] ?? "";

    function element(tag, attributes = {}, ...children) {
        const made = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) {
            if (value === true) made.setAttribute(name, "");
            else if (value !== false && value != null) made.setAttribute(name, value);
        }
        made.append(...children.filter((child) => child != null));
        return made;
    }

    const count = (number) => number.toLocaleString(language === "vi" ? "vi-VN" : "en-GB");

    const day = (text) => text.split("-").reverse().join("/");

    function relativeDay(text, now = localDay()) {
        const days = Math.round((new Date(`${now}T00:00`) - new Date(`${text}T00:00`)) / 86_400_000);
        if (days === 0) return t("hôm nay", "today");
        if (days === 1) return t("hôm qua", "yesterday");
        return day(text);
    }

    function localDay(now = new Date()) {
        return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
    }

    // The day it is on the server when it gave the form, or by the phone's own clock, whichever is later: a form may
    // have been open overnight, and a phone's clock may be behind.
    const today = (form) => [localDay(), form.dataset.today ?? ""].sort().at(-1);

    // Keeps the first entry of a list, which stands for none.
    function fill(select, entries, hasNone = true) {
        const none = hasNone ? select.options[0] : null;
        select.replaceChildren(...[none, ...entries.map(([value, label]) => element("option", { value }, label))].filter(Boolean));
    }

    function quick(fieldset, name, options, other) {
        const legend = fieldset.querySelector("legend");
        fieldset.hidden = options.length === 0;
        const all = options.length ? [...options, { value: "other", label: other }] : [];
        fieldset.replaceChildren(legend, ...all.map(({ value, label, detail }) => element(
            "label", { class: "quick-button" },
            element("input", { type: "radio", name, value }),
            element("span", {}, label, detail ? element("small", {}, detail) : null))));
    }

    const placeValue = (recent) => recent.placeUnit ?? `=${recent.place}`;

    const distinct = (items, key) => {
        const seen = new Set();
        return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
    };

    function boxes(holder, name, entries) {
        const list = holder.querySelector(".box-list");
        list.replaceChildren(...entries.map(([value, label]) => element(
            "label", { class: "box" }, element("input", { type: "checkbox", name, value }), " ", element("span", {}, label))));
        holder.hidden = entries.length === 0;
    }

    function number(name, label) {
        const input = element("input", {
            id: `f-${name}`, name, type: "text", inputmode: "numeric", pattern: "[0-9., ]*", maxlength: 9, autocomplete: "off",
        });
        return label ? element("div", { class: "field" }, element("label", { for: `f-${name}` }, label), input) : input;
    }

    function audienceRow(audience) {
        const row = element("div", { class: "audience", "data-audience": audience.id },
            element("label", { for: `f-attendance.${audience.id}` }, named(audience.name)),
            number(`attendance.${audience.id}`),
            element("details", { class: "sexes" }, element("summary", {}, t("nữ, nam", "female, male")),
                element("div", { class: "row" }, number(`female.${audience.id}`, t("Nữ", "Female")), number(`male.${audience.id}`, t("Nam", "Male")))));
        return row;
    }

    // What the last sessions had in common with the next: those on this phone first, then those the server knew.
    function recents(choices, items) {
        const local = items.map(({ body }) => ({ ...body, audiences: (body.attendance ?? []).map((group) => group.audience) }));
        return [...local, ...choices.recent].sort((left, right) => (left.day < right.day ? 1 : left.day > right.day ? -1 : 0));
    }

    function draw(form, choices, items) {
        const recent = recents(choices, items);
        const field = (name) => form.elements.namedItem(name);
        quick(form.querySelector("#quickPlace"), "quickPlace", distinct(recent, placeValue).slice(0, 4).map((one) => ({
            value: placeValue(one), label: one.place, detail: relativeDay(one.day, today(form)),
        })), t("Nơi khác", "Another place"));
        fill(field("placeUnit"), choices.places.map((place) => [place.id, named(place.name)]));
        fill(field("unit"), choices.units.map((unit) => [unit.id, named(unit.name)]), false);
        if (recent[0] && choices.units.some((unit) => unit.id === recent[0].unit)) field("unit").value = recent[0].unit;
        form.querySelector("#unit-choice").hidden = choices.units.length < 2;

        const kit = (id) => choices.kits.find((one) => one.id === id);
        const value = (one) => `${one.id} ${one.revision}`;
        const used = distinct(recent.map((one) => kit(one.material)).filter(Boolean), (one) => one.id).slice(0, 3);
        quick(form.querySelector("#quickKit"), "quickKit",
            used.map((one) => ({ value: value(one), label: named(one.name) })), t("Bộ khác", "Another kit"));
        fill(field("material"), choices.kits.map((one) => [value(one), named(one.name)]));

        form.querySelector("#audiences").replaceChildren();
        form.querySelector("#other-audiences .audiences").replaceChildren(...choices.audiences.map(audienceRow));
        const before = recent.slice(0, 3).flatMap((one) => one.audiences);
        show(form, before.length ? before : choices.audiences.filter((one) => one.isChildren).map((one) => one.id));

        boxes(form.querySelector("#topics"), "topics", choices.topics.map((one) => [one.id, named(one.name)]));
        boxes(form.querySelector("#partners"), "coHosts", choices.partners.map((one) => [one.id, named(one.name)]));
        field("unit").onchange = () => leaveOutOwner(form);
        leaveOutOwner(form);
        const roles = distinct([...form.dataset.usualSpeakers.split("|"), ...recent.flatMap((one) => one.speakers ?? [])], (role) => role);
        boxes(form.querySelector("#speakers"), "speakers", roles.map((role) => [role, role]));
        for (const select of form.querySelectorAll("#handouts select")) fill(select, choices.prints.map((one) => [one.id, named(one.name)]));
        fill(field("campaign"), choices.campaigns.map((one) => [one.id, named(one.name)]));
        if (recent[0]) field("minutes").value = recent[0].minutes;
        return { recent };
    }

    // The unit that holds a session is no partner of its own.
    function leaveOutOwner(form) {
        const owner = form.elements.namedItem("unit").value;
        for (const box of form.querySelectorAll("#partners input")) {
            box.disabled = box.value === owner;
            if (box.disabled) box.checked = false;
        }
    }

    // Brings audiences to the front, in the order of the full list.
    function show(form, ids) {
        const first = form.querySelector("#audiences");
        const others = form.querySelector("#other-audiences .audiences");
        for (const row of [...others.children]) if (ids.includes(row.dataset.audience)) first.append(row);
        form.querySelector("#other-audiences").hidden = others.children.length === 0;
    }

    return { draw, show, element, t, named, count, day, localDay, today, relativeDay, placeValue };
})();
