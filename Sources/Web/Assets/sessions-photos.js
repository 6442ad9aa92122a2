// Photos are made small on the phone: what is sent is drawn anew, without the place, the time and the device.
self.loaPhotos = (() => {
    const LONGEST = 1600;
    const QUALITY = 0.82;

    // Turned as the camera was held; null for what this browser cannot read.
    async function shrink(file) {
        let bitmap;
        try {
            bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
        } catch {
            return null;
        }
        const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
        const canvas = document.createElement("canvas");
        canvas.width = Math.max(1, Math.round(bitmap.width * scale));
        canvas.height = Math.max(1, Math.round(bitmap.height * scale));
        const context = canvas.getContext("2d");
        // Behind what is transparent in a PNG.
        context.fillStyle = "#fff";
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.imageSmoothingQuality = "high";
        context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
        bitmap.close();
        return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    }

    // A plain form with photos, on the page of a session: the same, before it is sent.
    for (const input of document.querySelectorAll("form[data-shrink] input[type=file]")) {
        input.addEventListener("change", async () => {
            const files = new DataTransfer();
            for (const file of input.files) {
                const small = await shrink(file);
                files.items.add(small ? new File([small], file.name, { type: small.type }) : file);
            }
            input.files = files.files;
        });
    }

    return { shrink };
})();
