/*
 * Brings a sign-in back to the page that began it, where a host's windows are cut off from its pages. Put this file and
 * its page on your own origin and register the page's address as the session's `return_url`.
 *
 * The word that the page at work needs comes in the fragment, which no server sees. It is taken out of the address at
 * once and handed to that page alone: BroadcastChannel does not leave the origin.
 */
const params = new URLSearchParams(location.hash.slice(1));
history.replaceState(null, '', location.href.split('#')[0]);
const id = params.get('attempt');
const confirm = params.get('confirm');

/** What the page says, as it stands alone: the hub's own words are out of its reach. */
const WORDS = {
  ar: {
    title: 'العودة من تسجيل الدخول',
    wait: 'لحظة…',
    stay: 'يرجى العودة إلى الصفحة التي بدأ منها تسجيل الدخول. إذا لم تتابع، يرجى البدء من جديد. يمكن إغلاق هذه النافذة.',
  },
  de: {
    title: 'Zurück von der Anmeldung',
    wait: 'Einen Moment\u00a0…',
    stay: 'Gehen Sie zurück zu der Seite, auf der Sie begonnen haben. Geht es dort nicht weiter, beginnen Sie von vorn. Sie können dieses Fenster schließen.',
  },
  en: {
    title: 'Back from your sign-in',
    wait: 'One moment…',
    stay: 'Go back to the page where you started. If it does not continue, start again there. You can close this window.',
  },
  es: {
    title: 'De vuelta del inicio de sesión',
    wait: 'Un momento…',
    stay: 'Vuelva a la página en la que empezó. Si no continúa, empiece de nuevo allí. Puede cerrar esta ventana.',
  },
  fr: {
    title: 'De retour de l’identification',
    wait: 'Un instant…',
    stay: 'Retournez à la page où vous avez commencé. Si elle ne continue pas, recommencez-y. Vous pouvez fermer cette fenêtre.',
  },
  he: {
    title: 'חזרתם מהכניסה לחשבון',
    wait: 'רגע אחד…',
    stay: 'חזרו לדף שבו התחלתם. אם הוא לא ממשיך, התחילו שם מחדש. אפשר לסגור את החלון הזה.',
  },
  it: {
    title: 'Di ritorno dall’accesso',
    wait: 'Un momento…',
    stay: 'Torna alla pagina da cui hai iniziato. Se non va avanti, ricomincia da lì. Puoi chiudere questa finestra.',
  },
  ja: {
    title: 'ログイン画面から戻りました',
    wait: 'お待ちください…',
    stay: '元のページに戻ってください。先に進まない場合は、そこでもう一度やり直してください。このウィンドウは閉じてかまいません。',
  },
  nl: {
    title: 'Terug van het inloggen',
    wait: 'Een ogenblik…',
    stay: 'Ga terug naar de pagina waar je begon. Gaat die niet verder, begin daar dan opnieuw. Je kunt dit venster sluiten.',
  },
  pl: {
    title: 'Powrót z logowania',
    wait: 'Chwileczkę…',
    stay: 'Wróć na stronę, z której zaczęło się logowanie. Jeśli nie przejdzie dalej, zacznij tam od nowa. Możesz zamknąć to okno.',
  },
  pt: {
    title: 'De volta do login',
    wait: 'Um momento…',
    stay: 'Volte à página em que você começou. Se ela não continuar, comece de novo por lá. Você pode fechar esta janela.',
  },
  zh: {
    title: '已从登录页面返回',
    wait: '请稍候…',
    stay: '请回到您开始时的页面。如果页面没有继续，请在那里重新开始。您可以关闭此窗口。',
  },
};

/** The best language that the reader's browser asks for. Who reads traditional Chinese gets another than the simplified. */
function language() {
  try {
    for (const tag of navigator.languages) {
      const wanted = new Intl.Locale(tag).maximize();
      if (Object.hasOwn(WORDS, wanted.language) && wanted.script !== 'Hant') return wanted.language;
    }
  } catch {
    // Nothing about words may keep the sign-in from coming back.
  }
  return 'en';
}

const tag = language();
const words = WORDS[tag];

function say() {
  const root = document.documentElement;
  root.lang = tag;
  root.dir = ['ar', 'he'].includes(tag) ? 'rtl' : 'ltr';
  document.title = document.querySelector('h1').textContent = words.title;
  document.getElementById('status').textContent = words.wait;
}

/** Where the whole tab left for the provider, its page is the one to go back to. */
function pageThatLeft() {
  try {
    const { leaving } = JSON.parse(sessionStorage.getItem(`connect-hub.attempt.${id}`));
    const page = new URL(leaving.page);
    page.hash = params;
    return page.origin === location.origin ? page.href : undefined;
  } catch {
    return undefined;
  }
}

function stay() {
  document.getElementById('status').textContent = words.stay;
}

function tell() {
  const channel = new BroadcastChannel(`hub:${id}`);
  const word = { ns: 'hub', t: 'returned', id, ...(confirm && { confirm }) };
  channel.onmessage = ({ data }) => {
    if (data?.ns === 'hub' && data.t === 'received' && data.id === id) window.close();
  };
  const telling = setInterval(() => channel.postMessage(word), 500);
  channel.postMessage(word);
  // Without a word to hand over there is nothing to wait for.
  if (!confirm) window.close();
  setTimeout(stay, 2000);
  setTimeout(() => clearInterval(telling), 300_000);
}

say();
const page = id && pageThatLeft();
if (page) location.replace(page);
else if (id) tell();
else stay();
