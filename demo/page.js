// Draws the page's drawings, and draws them anew when the reader's scheme changes.
const dark = matchMedia('(prefers-color-scheme: dark)')
const figures = [...document.querySelectorAll('figure.drawing')].map(figure => ({ figure, text: figure.textContent }))

// What GitHub sets: strict, so that no label is markup.
async function draw() {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: dark.matches ? 'dark' : 'default' })
  for (const [index, { figure, text }] of figures.entries()) {
    try {
      const { svg } = await mermaid.render(`drawing-${index}`, text)
      figure.innerHTML = svg
      figure.dataset.state = 'drawn'
    } catch (error) {
      figure.textContent = `${String(error)}\n\n${text}`
      figure.dataset.state = 'failed'
    }
  }
  document.documentElement.dataset.drawings = String(figures.length)
}

// ?show=fault .annotations leaves that part alone on the page, for a picture of it.
function show(selector) {
  const part = document.querySelector(selector)
  document.body.replaceChildren(part)
  document.body.className = 'part'
}

const selector = new URLSearchParams(location.search).get('show')
dark.addEventListener('change', () => void draw())
void draw().then(() => selector && show(selector))
